// How a test of variants stands: figures of each, who leads and how sure that is, and the choice by hand.
import { Button, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './CampaignReport.module.css';
import { Figure, ReportTable } from './ReportTable.tsx';
import { useShare } from './use-share.ts';

export function SplitPanel({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaignTrial.split');
  const format = useFormatter();
  const share = useShare();
  const queryClient = useQueryClient();
  const mayWrite = usePermission('campaigns:write');
  const report = useQuery({
    ...api.campaigns.split.queryOptions({ input: { id: campaign.id } }),
    enabled: campaign.split !== null && campaign.startedAt !== null,
    refetchInterval: campaign.state === 'running' ? 3_000 : false,
  });
  const choose = useMutation(
    api.campaigns.chooseWinner.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.campaigns.key() }),
    }),
  );
  if (!report.data) return null;
  const { phase, variants, verdict, measure, winner, decidesAt, decidedBy } = report.data;
  const someLeft = variants.reduce((sum, variant) => sum + variant.share, 0) < 100;
  const open = campaign.state === 'running' || campaign.state === 'paused';
  const mayChoose = mayWrite && open && someLeft && winner === null;
  const name = (position: number) => String.fromCharCode(64 + position);
  const pick = async (position: number) => {
    const yes = await confirm({
      title: t('chooseTitle', { name: name(position) }),
      text: t('chooseText', { count: campaign.figures.waiting }),
      confirm: t('choose'),
    });
    if (yes) choose.mutate({ id: campaign.id, position });
  };
  const columns = (['variant', ...COLUMNS] as const).map((column) => ({
    name: column,
    label: t(`column.${column}`),
  }));
  const lead = (
    <p className={styles.facts}>
      {t(`verdict.${verdict.certainty}`, { name: name(verdict.leader) })}{' '}
      {winner !== null &&
        (decidedBy
          ? t('chosenBy', { name: name(winner), who: decidedBy })
          : t('won', { name: name(winner) }))}
      {winner === null && someLeft && phase === 'testing' && t('testing')}
      {winner === null &&
        someLeft &&
        phase === 'waiting' &&
        (decidesAt
          ? t('decidesAt', {
              time: format.dateTime(new Date(decidesAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })
          : t('waitsForYou'))}
    </p>
  );
  return (
    <ReportTable
      title={t('title')}
      lead={lead}
      columns={mayChoose ? [...columns, { name: 'choose', label: '' }] : columns}
    >
      {variants.map(({ position, template, figures }) => (
        <Table.Tr key={position}>
          <Table.Td>
            <strong>{name(position)}</strong> {template.name}{' '}
            {winner === position && <StatusBadge tone="good">{t('winner')}</StatusBadge>}
          </Table.Td>
          <Figure>{format.number(figures.people)}</Figure>
          <Figure>{format.number(figures.delivered)}</Figure>
          {SHARES.map((figure) => (
            <Figure key={figure} title={format.number(figures[figure])} strong={figure === MEASURED[measure]}>
              {share(figures.delivered === 0 ? null : figures[figure] / figures.delivered)}
            </Figure>
          ))}
          {mayChoose && (
            <Table.Td ta="right">
              <Button
                variant="default"
                size="xs"
                loading={choose.isPending}
                onClick={() => void pick(position)}
              >
                {t('choose')}
              </Button>
            </Table.Td>
          )}
        </Table.Tr>
      ))}
    </ReportTable>
  );
}

const SHARES = ['read', 'clicked', 'linkClicked', 'replied', 'optedOut'] as const;
const COLUMNS = ['people', 'delivered', ...SHARES] as const;

const MEASURED = {
  read: 'read',
  replied: 'replied',
  clicked: 'clicked',
  link_clicked: 'linkClicked',
  by_hand: null,
} as const;
