// The guardian in the campaign editor: its verdicts, reasons for going on, and the sending plan that it offers.
import { Checkbox, Switch, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { OfferedPlan, PreflightVerdict } from '#features/guardian/preflight.contract.ts';
import guardian from '#features/guardian/web/Guardian.module.css';
import { OriginSelect } from '#features/guardian/web/OriginSelect.tsx';
import { PlanChart } from '#features/guardian/web/PlanChart.tsx';
import { VerdictList } from '#features/guardian/web/VerdictList.tsx';
import type { ListOrigin } from '#features/lists/lists.contract.ts';
import { api, client } from '#web/api.ts';
import { downloadText } from '#web/download-text.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

export function EditorGuardian({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('guardian');
  const { draft, change, preflight } = editing;
  const { found, reasons, setReason } = preflight;
  const extra = (verdict: PreflightVerdict) => {
    if (verdict.rule === 'R1' && verdict.says === 'undeclared')
      return <ListOrigins listIds={draft.audience.listIds} />;
    if (verdict.rule === 'R20' && verdict.outcome !== 'pass')
      return (
        <Checkbox
          label={t('selfTest')}
          checked={Boolean(reasons.R20)}
          onChange={(event) => setReason('R20', event.currentTarget.checked ? t('selfTestReason') : '')}
        />
      );
    return null;
  };
  return (
    <section className={styles.section} aria-labelledby="campaign-guardian">
      <Title order={2} id="campaign-guardian">
        {t('title')}
      </Title>
      <p className={styles.help}>{found ? t('help') : t('waiting')}</p>
      {found && (
        <>
          {(found.plan.waves.length > 1 || draft.planned) && (
            <Plan plan={found.plan} accepted={draft.planned} onAccept={(planned) => change({ planned })} />
          )}
          <VerdictList verdicts={found.verdicts} reasons={reasons} onReason={setReason} extra={extra} />
        </>
      )}
    </section>
  );
}

type PlanProps = { plan: OfferedPlan; accepted: boolean; onAccept(planned: boolean): void };

function Plan({ plan: { waves, finishesOn }, accepted, onAccept }: PlanProps) {
  const t = useTranslations('guardianPlan');
  const format = useFormatter();
  const largest = Math.max(0, ...waves.map((wave) => wave.people));
  return (
    <div className={guardian.plan}>
      <Switch
        label={t('accept')}
        checked={accepted}
        onChange={(event) => onAccept(event.currentTarget.checked)}
      />
      <p className={guardian.quiet}>
        {finishesOn
          ? t('offer', {
              days: waves.length,
              date: format.dateTime(new Date(`${finishesOn}T12:00:00Z`), {
                dateStyle: 'medium',
                timeZone: 'UTC',
              }),
              largest,
            })
          : t('never')}
      </p>
      {waves.length > 1 && <PlanChart waves={waves} onDownload={() => downloadOffer(waves)} />}
    </div>
  );
}

const COLUMNS = ['day', 'people', 'warm', 'known', 'cold', 'stage', 'bound', 'allowed'] as const;
/** As the file of a stored plan names them. */
const NAMES = { warm: 'wrote_lately', cold: 'strangers' } as Record<string, string>;

function downloadOffer(waves: OfferedPlan['waves']): void {
  const lines = waves.map((wave) => COLUMNS.map((name) => wave[name] ?? '').join(','));
  const head = COLUMNS.map((name) => NAMES[name] ?? name).join(',');
  downloadText('sending-plan.csv', 'text/csv', [head, ...lines].join('\r\n'));
}

/** Asks at once where the people of the undeclared lists come from. */
function ListOrigins({ listIds }: { listIds: readonly string[] }) {
  const t = useTranslations('guardian');
  const queryClient = useQueryClient();
  const lists = useQuery(api.lists.list.queryOptions({ input: { limit: 200 } }));
  const declare = useMutation({
    mutationFn: (change: { id: string; origin: ListOrigin }) => client.lists.update(change),
    onError: (error) => toastFailed(error),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.lists.key() });
      await queryClient.invalidateQueries({ queryKey: api.campaigns.preflight.key() });
    },
  });
  return (lists.data?.items ?? [])
    .filter((list) => listIds.includes(list.id) && list.origin === null)
    .map((list) => (
      <OriginSelect
        key={list.id}
        label={t('originOf', { name: list.name })}
        value={null}
        onChange={(origin) => declare.mutate({ id: list.id, origin })}
      />
    ));
}
