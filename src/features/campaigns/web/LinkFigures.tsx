// The short links of a campaign: where each leads, how many people followed it, how often.
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import styles from './CampaignReport.module.css';
import { Figure, ReportTable } from './ReportTable.tsx';
import { useShare } from './use-share.ts';

export function LinkFigures({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaignTrial.links');
  const format = useFormatter();
  const share = useShare();
  const links = useQuery({
    ...api.links.list.queryOptions({ input: { campaignId: campaign.id, limit: 100 } }),
    refetchInterval: 10_000,
  });
  if (!links.data || links.data.items.length === 0) return null;
  const columns = (['destination', 'people', 'ofDelivered', 'taps', 'machines'] as const).map((name) => ({
    name,
    label: t(name),
    ...(name === 'machines' ? { help: t('machinesHelp') } : {}),
  }));
  const { delivered } = campaign.figures;
  return (
    <ReportTable title={t('title')} columns={columns}>
      {links.data.items.map((link) => (
        <Table.Tr key={link.id}>
          <Table.Td className={styles.address}>
            {link.variant > 0 && <strong>{String.fromCharCode(64 + link.variant)} </strong>}
            {link.destination}
          </Table.Td>
          <Figure>{format.number(link.people)}</Figure>
          <Figure>{share(delivered === 0 ? null : link.people / delivered)}</Figure>
          <Figure>{format.number(link.taps)}</Figure>
          <Figure>{format.number(link.machines)}</Figure>
        </Table.Tr>
      ))}
    </ReportTable>
  );
}
