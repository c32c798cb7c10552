// The figures of today, 7 or 30 days: messages and people.
import { SegmentedControl, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type Overview, PERIODS, type Period } from '#features/reports/reports.contract.ts';
import { Stat, Stats } from '#web/ui/Stat.tsx';
import styles from './Overview.module.css';
import { usePeriod } from './use-period.ts';

/** Without figures it shows its shape. */
export function Figures({ periods }: { periods: Overview['periods'] | undefined }) {
  const t = useTranslations('reports');
  const [period, setPeriod] = usePeriod();
  const figures = periods?.[period];
  const count = (value: number | undefined) => value ?? '–';
  return (
    <section className={styles.figures} aria-labelledby="figures-title" aria-busy={!figures}>
      <div className={styles.figuresHead}>
        <Title order={2} id="figures-title">
          {t('figures')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('period')}
          value={period}
          onChange={(value) => setPeriod(value as Period)}
          data={PERIODS.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      <Stats label={t('messages')}>
        <Stat label={t('sent')} value={count(figures?.sent)} />
        <Stat label={t('delivered')} value={count(figures?.delivered)} of={figures?.sent} />
        <Stat label={t('read')} value={count(figures?.read)} of={figures?.sent} />
        <Stat
          label={t('failed')}
          value={count(figures?.failed)}
          of={figures && figures.failed > 0 ? figures.sent + figures.failed : undefined}
          {...(figures && figures.failed > 0 ? { tone: 'bad' } : {})}
        />
        <Stat label={t('received')} value={count(figures?.received)} />
      </Stats>
      <Stats label={t('people')}>
        <Stat label={t('peopleReached')} value={count(figures?.peopleReached)} />
        <Stat label={t('newContacts')} value={count(figures?.newContacts)} />
        <Stat
          label={t('optOuts')}
          value={count(figures?.optOuts)}
          of={figures && figures.optOuts > 0 ? figures.peopleReached : undefined}
        />
      </Stats>
    </section>
  );
}
