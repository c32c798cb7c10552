// The guide for a number in trouble: steps that tick themselves, steps for people, and the appeal after a ban.
import { Checkbox, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconProgress } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Guide, GuideStep, WatchedNumber } from '#features/guardian/watch.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import cards from '#web/ui/CardPage.module.css';
import { toastFailed } from '#web/ui/toast.tsx';
import { AppealComposer } from './AppealComposer.tsx';
import styles from './HealthPage.module.css';

const MARKS = {
  done: { icon: IconCircleCheckFilled, color: 'var(--tone-good-mark)' },
  under_way: { icon: IconProgress, color: 'var(--tone-attention-mark)' },
  open: { icon: IconCircle, color: 'var(--tone-neutral-mark)' },
} as const;

export function GuideCard({ number }: { number: WatchedNumber }) {
  const t = useTranslations('healthGuide');
  const queryClient = useQueryClient();
  const input = { id: number.id };
  const guide = useQuery({
    ...api.watch.guide.queryOptions({ input }),
    enabled: number.stage !== 'free',
  });
  const tick = useMutation({
    mutationFn: (wish: { step: GuideStep; done: boolean }) => client.watch.tickStep({ ...input, ...wish }),
    onSuccess: (after) => queryClient.setQueryData(api.watch.guide.queryKey({ input }), after),
    onError: (error) => toastFailed(error),
  });
  if (number.stage === 'free' || !guide.data || guide.data.kind === 'none') return null;
  return (
    <section className={cards.card} aria-labelledby="health-guide">
      <Title order={2} id="health-guide">
        {t(number.stage === 'restricted' ? 'restricted' : guide.data.kind)}
      </Title>
      <ol className={styles.steps}>
        {guide.data.steps.map((step) => (
          <Step key={step.step} step={step} onTick={(done) => tick.mutate({ step: step.step, done })} />
        ))}
      </ol>
      {guide.data.kind === 'banned' && <AppealComposer number={number} />}
    </section>
  );
}

function Step({ step, onTick }: { step: Guide['steps'][number]; onTick: (done: boolean) => void }) {
  const t = useTranslations('healthGuide');
  const format = useFormatter();
  const may = usePermission('numbers:write');
  const { icon: Icon, color } = MARKS[step.state];
  const words = t(step.step);
  const note = step.doneBy
    ? t('doneBy', { name: step.doneBy })
    : step.until
      ? t('until', { date: format.dateTime(new Date(step.until), { day: 'numeric', month: 'short' }) })
      : step.by === 'system' && step.state !== 'done'
        ? t('bySystem')
        : '';
  return (
    <li className={styles.step} data-step={step.step} data-state={step.state}>
      {step.by === 'people' ? (
        <Checkbox
          size="xs"
          aria-label={words}
          checked={step.state === 'done'}
          disabled={!may}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      ) : (
        <Icon size={18} style={{ color }} aria-hidden />
      )}
      <span>{words}</span>
      <small>{note}</small>
    </li>
  );
}
