// The short links of a campaign: where each leads, how many people followed it, how often.
import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import styles from './CampaignReport.module.css';

export function LinkFigures({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaignTrial.links');
  const format = useFormatter();
  const links = useQuery({
    ...api.links.list.queryOptions({ input: { campaignId: campaign.id, limit: 100 } }),
    refetchInterval: 10_000,
  });
  if (!links.data || links.data.items.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="links-title">
      <Title order={2} id="links-title">
        {t('title')}
      </Title>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('destination')}</Table.Th>
              <Table.Th ta="right">{t('people')}</Table.Th>
              <Table.Th ta="right">{t('ofDelivered')}</Table.Th>
              <Table.Th ta="right">{t('taps')}</Table.Th>
              <Table.Th ta="right" title={t('machinesHelp')}>
                {t('machines')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {links.data.items.map((link) => (
              <Table.Tr key={link.id}>
                <Table.Td className={styles.address}>
                  {link.variant > 0 && <strong>{String.fromCharCode(64 + link.variant)} </strong>}
                  {link.destination}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(link.people)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {campaign.figures.delivered === 0
                    ? '–'
                    : format.number(link.people / campaign.figures.delivered, {
                        style: 'percent',
                        maximumFractionDigits: 1,
                      })}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(link.taps)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(link.machines)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
