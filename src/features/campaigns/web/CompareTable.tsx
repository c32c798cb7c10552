// The figures of compared campaigns, a row each: shares with their counts on hover, and what it cost.
import { ActionIcon, Table } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import {
  CAMPAIGN_RATES,
  type CampaignRate,
  type ComparedCampaign,
} from '#features/campaigns/campaigns.contract.ts';
import { useMoney } from '#features/rates/web/use-money.ts';
import styles from './ComparePage.module.css';
import { useShare } from './use-share.ts';

type Props = { campaigns: readonly ComparedCampaign[]; onRemove: (id: string) => void };

export function CompareTable({ campaigns, onRemove }: Props) {
  const t = useTranslations('compare');
  const format = useFormatter();
  const share = useShare();
  const money = useMoney();
  const count = (campaign: ComparedCampaign, rate: CampaignRate) => format.number(campaign.figures[rate]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t('table')}>
      <Table borderColor="var(--line)" fz={13} verticalSpacing={6} horizontalSpacing="xs" className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('campaign')}</Table.Th>
            <Table.Th>{t('when')}</Table.Th>
            {(['audience', 'sent'] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {t(name)}
              </Table.Th>
            ))}
            {CAMPAIGN_RATES.map((rate) => (
              <Table.Th key={rate} ta="right">
                {t(`rate.${rate}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('cost')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((campaign) => (
            <Table.Tr key={campaign.id}>
              <Table.Th scope="row" className={styles.name}>
                <Link to="/campaigns/$id" params={{ id: campaign.id }} title={campaign.name}>
                  {campaign.name}
                </Link>
              </Table.Th>
              <Table.Td>
                {campaign.startedAt && format.dateTime(new Date(campaign.startedAt), { dateStyle: 'medium' })}
              </Table.Td>
              <Table.Td ta="right">{format.number(campaign.figures.audience)}</Table.Td>
              <Table.Td ta="right">{format.number(campaign.figures.sent)}</Table.Td>
              {CAMPAIGN_RATES.map((rate) => (
                <Table.Td key={rate} ta="right" title={count(campaign, rate)}>
                  {share(campaign.rates[rate])}
                </Table.Td>
              ))}
              <Table.Td ta="right">{campaign.cost?.amounts.map(money).join(' + ')}</Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('remove', { name: campaign.name })}
                  onClick={() => onRemove(campaign.id)}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
