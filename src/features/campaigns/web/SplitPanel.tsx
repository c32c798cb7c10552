// How a test of variants stands: figures of each, who leads and how sure that is, and the choice by hand.
import { Button, Table, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './CampaignReport.module.css';

export function SplitPanel({ campaign }: { campaign: Campaign }) {
  const t = useTranslations('campaignTrial.split');
  const format = useFormatter();
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
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : format.number(part / whole, { style: 'percent', maximumFractionDigits: 1 });
  const name = (position: number) => String.fromCharCode(64 + position);
  const pick = async (position: number) => {
    const yes = await confirm({
      title: t('chooseTitle', { name: name(position) }),
      text: t('chooseText', { count: campaign.figures.waiting }),
      confirm: t('choose'),
    });
    if (yes) choose.mutate({ id: campaign.id, position });
  };
  return (
    <section className={styles.panel} aria-labelledby="split-title">
      <Title order={2} id="split-title">
        {t('title')}
      </Title>
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.variant')}</Table.Th>
              {(
                ['people', 'delivered', 'read', 'clicked', 'linkClicked', 'replied', 'optedOut'] as const
              ).map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`column.${column}`)}
                </Table.Th>
              ))}
              <Table.Th aria-label={t('choose')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {variants.map(({ position, template, figures }) => (
              <Table.Tr key={position}>
                <Table.Td>
                  <strong>{name(position)}</strong> {template.name}{' '}
                  {winner === position && <StatusBadge tone="good">{t('winner')}</StatusBadge>}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(figures.people)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(figures.delivered)}
                </Table.Td>
                {(['read', 'clicked', 'linkClicked', 'replied', 'optedOut'] as const).map((figure) => (
                  <Table.Td
                    key={figure}
                    ta="right"
                    className="figures"
                    title={format.number(figures[figure])}
                    fw={figure === MEASURED[measure] ? 600 : undefined}
                  >
                    {share(figures[figure], figures.delivered)}
                  </Table.Td>
                ))}
                <Table.Td ta="right">
                  {mayWrite && open && someLeft && winner === null && (
                    <Button
                      variant="default"
                      size="xs"
                      loading={choose.isPending}
                      onClick={() => void pick(position)}
                    >
                      {t('choose')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

const MEASURED = {
  read: 'read',
  replied: 'replied',
  clicked: 'clicked',
  link_clicked: 'linkClicked',
  by_hand: null,
} as const;
