// The health of a number: what Meta says, what the guardian lets it do, how people took what it sent, what to do.
import { Button, Select, Skeleton } from '@mantine/core';
import { IconHeartbeat, IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import { QUALITY_TONES } from '#features/numbers/web/quality.ts';
import { api } from '#web/api.ts';
import type { Tone } from '#web/theme.ts';
import cards from '#web/ui/CardPage.module.css';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { Stat, Stats } from '#web/ui/Stat.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { DecisionList } from './DecisionList.tsx';
import { GuideCard } from './GuideCard.tsx';
import { Outcomes } from './Outcomes.tsx';
import { ProvenCard } from './ProvenCard.tsx';
import { QualityChart } from './QualityChart.tsx';

export const STAGE_TONES: Record<WatchedNumber['stage'], Tone> = {
  free: 'good',
  stopped: 'bad',
  recovering: 'attention',
  restricted: 'bad',
  banned: 'bad',
};

export function HealthPage() {
  const t = useTranslations('watch');
  const [search, setSearch] = useFilters<{ number?: string }>();
  const numbers = useQuery(api.watch.numbers.queryOptions({ input: {} }));
  const all = numbers.data?.items ?? [];
  const number = all.find(({ id }) => id === search.number) ?? all[0];
  return (
    <>
      <PageHeader
        title={t('title')}
        badge={
          number && (
            <StatusBadge tone={STAGE_TONES[number.stage]} dot>
              {t(`stages.${number.stage}`)}
            </StatusBadge>
          )
        }
        action={
          all.length > 1 && (
            <Select
              aria-label={t('number')}
              value={number?.id ?? null}
              allowDeselect={false}
              data={all.map(({ id, phone, displayName }) => ({ value: id, label: displayName || phone }))}
              onChange={(value) => value && setSearch({ number: value })}
            />
          )
        }
      />
      {numbers.error && <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />}
      {numbers.isPending && <Skeleton height={96} mt="md" />}
      {numbers.isSuccess && !number && (
        <EmptyState
          icon={IconHeartbeat}
          title={t('empty')}
          text={t('emptyText')}
          action={
            <Button renderRoot={(props) => <Link to="/settings/numbers" {...props} />}>{t('connect')}</Button>
          }
        />
      )}
      {number && (
        <div className={cards.page}>
          <StageNotice number={number} />
          <Figures number={number} />
          <GuideCard number={number} />
          <ProvenCard number={number} />
          <QualityChart numberId={number.id} />
          <Outcomes numberId={number.id} />
          <DecisionList numberId={number.id} />
        </div>
      )}
    </>
  );
}

function StageNotice({ number }: { number: WatchedNumber }) {
  const t = useTranslations('watch.notice');
  const format = useFormatter();
  const { stage, cause, stoppedUntil, recoveringUntil, today } = number;
  if (stage === 'free') return null;
  const day = (at: string | null) =>
    at ? format.dateTime(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' }) : '';
  const words =
    stage === 'stopped'
      ? t(cause === 'flagged' ? 'flagged' : 'low', { date: day(stoppedUntil) })
      : stage === 'recovering'
        ? t('recovering', { date: day(recoveringUntil), allowed: today.allowed ?? 0 })
        : t(stage);
  return (
    <Notice
      tone={STAGE_TONES[stage]}
      icon={stage === 'recovering' ? IconShieldCheck : IconShieldExclamation}
      title={words}
    >
      {stage !== 'banned' && t('answers')}
    </Notice>
  );
}

function Figures({ number }: { number: WatchedNumber }) {
  const t = useTranslations('watch');
  const quality = useTranslations('numbers.quality');
  const guide = useTranslations('healthGuide');
  const format = useFormatter();
  const { today, messagingLimit, limitUsed, checkedAt } = number;
  return (
    <Stats label={number.displayName || number.phone}>
      <Stat
        label={t('quality')}
        value={quality(number.quality)}
        tone={QUALITY_TONES[number.quality]}
        hint={checkedAt && t.rich('checked', { when: () => <RelativeTime at={checkedAt} /> })}
      />
      <Stat
        label={t('stage')}
        value={t(`stages.${number.stage}`)}
        tone={STAGE_TONES[number.stage]}
        hint={number.stage !== 'banned' && t(`warmth.${today.warmth}` as 'warmth.proven')}
      />
      <Stat
        label={t('today')}
        value={today.people}
        hint={
          today.allowed === null
            ? t('noBound')
            : today.allowed === 0
              ? guide('restsToday')
              : t('todayOf', { allowed: format.number(today.allowed) })
        }
      />
      <Stat
        label={t('limit')}
        value={limitUsed}
        hint={
          messagingLimit === null ? t('limitNone') : t('limitOf', { limit: format.number(messagingLimit) })
        }
      />
    </Stats>
  );
}
