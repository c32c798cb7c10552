// Ninety days of a number: whom campaigns wrote to, who unsubscribed, and the quality of each day below.
import '@mantine/charts/styles.css';
import { BarChart, ChartTooltip } from '@mantine/charts';
import { Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { HealthHistory } from '#features/guardian/watch.contract.ts';
import { api } from '#web/api.ts';
import styles from './HealthPage.module.css';

const PANELS = [
  { name: 'people', height: 132, color: 'var(--mantine-primary-color-filled)' },
  { name: 'optedOut', height: 72, color: 'var(--tone-neutral-mark)' },
] as const;

export function QualityChart({ numberId }: { numberId: string }) {
  const t = useTranslations('watch.chart');
  const history = useQuery(api.watch.history.queryOptions({ input: { id: numberId, days: 90 } }));
  return (
    <section className={styles.card} aria-labelledby="health-chart">
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
  return (
    <div role="img" aria-label={t('label', { people: sum('people'), optedOut: sum('optedOut') })}>
      {quiet && <p className={styles.note}>{t('quiet')}</p>}
      {(quiet ? [] : PANELS).map(({ name, height, color }, at) => (
        <div key={name}>
          <p className={`${styles.panelHead} figures`}>
            <strong>{t(name)}</strong> <span>{t('sum', { count: sum(name) })}</span>
          </p>
          <BarChart
            h={height}
            data={days}
            dataKey="day"
            series={[{ name, label: t(name), color }]}
            gridAxis="x"
            strokeDasharray="0"
            gridColor="var(--line)"
            textColor="var(--text-muted)"
            maxBarWidth={14}
            barChartProps={{ syncId: 'health', margin: { top: 4, right: 0, bottom: 0, left: 0 } }}
            barProps={{ radius: [2, 2, 0, 0], isAnimationActive: false }}
            xAxisProps={{
              ...(at === 0 ? { tick: false, height: 2 } : {}),
              axisLine: { stroke: 'var(--line-strong)' },
              tickFormatter: spell,
              interval: 'equidistantPreserveStart',
              minTickGap: 32,
            }}
            yAxisProps={{
              width: 44,
              tickCount: 3,
              allowDecimals: false,
              tickFormatter: (value: number) => format.number(value, { notation: 'compact' }),
            }}
            tooltipProps={{
              isAnimationActive: false,
              content: ({ active, label, payload }) =>
                active && (
                  <ChartTooltip
                    label={spell(String(label))}
                    payload={payload}
                    series={[{ name, label: t(name), color }]}
                    valueFormatter={(value) => format.number(value)}
                  />
                ),
            }}
          />
        </div>
      ))}
      <p className={styles.panelHead}>
        <strong>{t('quality')}</strong>
      </p>
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
