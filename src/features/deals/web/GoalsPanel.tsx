// The goals of a month and how far their owners are, over all pipelines.
import { ActionIcon, Button, Group, Skeleton, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTarget } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Goal } from '#features/deals/deal-report.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { monthAfter } from '#web/ui/report/periods.ts';
import report from '#web/ui/report/Report.module.css';
import { useToday } from '#web/ui/report/use-today.ts';
import { useFilters } from '#web/ui/use-filters.ts';
import { GoalBar } from './GoalBar.tsx';
import styles from './Goals.module.css';
import { GoalsDialog } from './GoalsDialog.tsx';
import { type Progress, progressOf, progressOfAll } from './goal-progress.ts';
import { useDealMoney } from './use-deal-money.ts';
import { useMonth } from './use-month.ts';

export function GoalsPanel() {
  const t = useTranslations('dealGoals');
  const id = useId();
  const spell = useMonth();
  const thisMonth = useToday().slice(0, 7);
  const [search, setSearch] = useFilters<{ month?: string }>();
  const month = isMonth(search.month) ? search.month : thisMonth;
  const maySet = usePermission('deals:configure');
  const [isSetting, setSetting] = useState(false);
  const goals = useQuery({
    ...api.dealReports.goals.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  });
  const { data } = goals;
  const show = (later: 1 | -1) => {
    const next = monthAfter(month, later);
    setSearch({ month: next === thisMonth ? null : next });
  };
  return (
    <section className={report.card} data-wide aria-labelledby={id} aria-busy={goals.isPlaceholderData}>
      <div className={`${report.head} ${styles.head}`}>
        <Title order={2} id={id}>
          {t('title')}
        </Title>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('before')}
            onClick={() => show(-1)}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <span className={styles.month} aria-live="polite">
            {spell(month, true)}
          </span>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('after')} onClick={() => show(1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
        {maySet && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconTarget size={15} />}
            disabled={!data || goals.isPlaceholderData}
            onClick={() => setSetting(true)}
          >
            {t('set')}
          </Button>
        )}
      </div>
      {goals.error && !data && <ErrorState error={goals.error} onRetry={() => void goals.refetch()} />}
      {goals.isPending && <Skeleton height={72} m={16} />}
      {data && <Goals goals={data.items} currency={data.currency} />}
      {isSetting && data && (
        <GoalsDialog
          month={month}
          goals={data.items}
          currency={data.currency}
          onClose={() => setSetting(false)}
        />
      )}
    </section>
  );
}

const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);

function Goals({ goals, currency }: { goals: readonly Goal[]; currency: string }) {
  const t = useTranslations('dealGoals');
  if (goals.length === 0) return <p className={report.quiet}>{t('none')}</p>;
  return (
    <ul className={styles.goals}>
      {goals.length > 1 && <Row name={t('all')} progress={progressOfAll(goals)} currency={currency} isAll />}
      {goals.map((goal) => (
        <Row
          key={goal.owner.userId}
          name={goal.owner.name}
          progress={progressOf(goal)}
          currency={currency}
          unrated={goal.goal?.worth === null ? goal.goal : undefined}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  name: string;
  progress: Progress;
  currency: string;
  /** A goal whose currency has no rate. */
  unrated?: NonNullable<Goal['goal']> | undefined;
  isAll?: boolean;
};

function Row({ name, progress, currency, unrated, isAll = false }: RowProps) {
  const t = useTranslations('dealGoals');
  const format = useFormatter();
  const spell = useDealMoney();
  const won = spell(progress.won, currency);
  const weighted = spell(progress.weighted, currency);
  const words =
    progress.goal === null
      ? unrated
        ? t('unrated', { won, goal: spell(unrated.amount, unrated.currency) })
        : t('withoutGoal', { won })
      : t('of', {
          won,
          goal: spell(progress.goal, currency),
          share: format.number(progress.goal === 0 ? 1 : progress.won / progress.goal, {
            style: 'percent',
            maximumFractionDigits: 0,
          }),
        });
  return (
    <li data-all={isAll || undefined}>
      <span className={styles.who}>
        {!isAll && <PersonAvatar name={name} size={24} />}
        <span className={styles.name}>{name}</span>
      </span>
      <span className={styles.way}>
        {progress.goal !== null && <GoalBar progress={progress} label={`${name}: ${words}`} />}
      </span>
      <span className={`${styles.words} figures`}>
        {words}
        {progress.weighted > 0 && <small>{t('ahead', { weighted })}</small>}
      </span>
    </li>
  );
}
