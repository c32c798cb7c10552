// Ninety days of a number: whom campaigns wrote to, who unsubscribed, and the quality of each day below.
import { Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { HealthHistory } from '#features/guardian/watch.contract.ts';
import { api } from '#web/api.ts';
import cards from '#web/ui/CardPage.module.css';
import { DayBars } from '#web/ui/DayBars.tsx';
import styles from './HealthPage.module.css';

export function QualityChart({ numberId }: { numberId: string }) {
  const t = useTranslations('watch.chart');
  const history = useQuery(api.watch.history.queryOptions({ input: { id: numberId, days: 90 } }));
  return (
    <section className={cards.card} aria-labelledby="health-chart">
      <Title order={2} id="health-chart">
        {t('title')}
      </Title>
      {history.data ? <Chart days={history.data.days} /> : <Skeleton height={240} />}
    </section>
  );
}

function Chart({ days }: { days: HealthHistory['days'] }) {
  const t = useTranslations('watch.chart');
  const quality = useTranslations('numbers.quality');
  const format = useFormatter();
  const spell = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  // Empty axes say less than a sentence.
  const quiet = days.every(({ people, optedOut }) => people + optedOut === 0);
  const sum = (name: 'people' | 'optedOut') => format.number(days.reduce((all, day) => all + day[name], 0));
  const row = (name: 'people' | 'optedOut') => ({
    name,
    label: t(name),
    sum: t('sum', { count: sum(name) }),
  });
  return (
    <div role="img" aria-label={t('label', { people: sum('people'), optedOut: sum('optedOut') })}>
      {quiet ? (
        <p className={cards.note}>{t('quiet')}</p>
      ) : (
        <DayBars
          days={days}
          rows={[
            { ...row('people'), height: 132, main: true },
            { ...row('optedOut'), height: 72 },
          ]}
          syncId="health"
        />
      )}
      <p className={styles.quality}>{t('quality')}</p>
      <div className={styles.strip}>
        {days.map((day) => (
          <span
            key={day.day}
            data-quality={day.quality}
            title={`${spell(day.day)}: ${quality(day.quality)}`}
          />
        ))}
      </div>
    </div>
  );
}
