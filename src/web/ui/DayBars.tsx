// Rows of bars over the same days or months, each on a scale of its own, with what it comes to above it.
import '@mantine/charts/styles.css';
import { BarChart, ChartTooltip } from '@mantine/charts';
import { useFormatter } from 'use-intl';
import styles from './DayBars.module.css';

export type BarRow<N extends string> = {
  name: N;
  label: string;
  /** What it comes to, in words. */
  sum: string;
  /** Pixels. */
  height: number;
  /** The first thing to look at; the others are drawn quieter. */
  main?: boolean;
  /** Spells a value; a number otherwise. */
  spellValue?: (value: number) => string;
  /** The end of the scale; the greatest value otherwise. */
  most?: number;
};

type Props<N extends string> = {
  days: readonly (Record<N, number | null> & { day: string })[];
  rows: readonly BarRow<N>[];
  /** Charts that share a pointer. */
  syncId: string;
  /** Spells what is not a day; at length where there is room. */
  spellDay?: (day: string, atLength: boolean) => string;
};

/** Days are written `2026-11-22`, unless `spellDay` knows better. */
export function DayBars<N extends string>({ days, rows, syncId, spellDay }: Props<N>) {
  const format = useFormatter();
  const spell = (day: string, weekday?: 'short') =>
    spellDay?.(day, weekday !== undefined) ??
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday,
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  return rows.map(({ name, label, sum, height, main = false, spellValue, most }, at) => {
    const series = [
      { name, label, color: main ? 'var(--mantine-primary-color-filled)' : 'var(--tone-neutral-mark)' },
    ];
    return (
      <div key={name}>
        <p className={`${styles.head} figures`}>
          <strong>{label}</strong> <span>{sum}</span>
        </p>
        <BarChart
          h={height}
          data={[...days]}
          dataKey="day"
          series={series}
          gridAxis="x"
          strokeDasharray="0"
          gridColor="var(--line)"
          textColor="var(--text-muted)"
          maxBarWidth={18}
          barChartProps={{ syncId, margin: { top: 4, right: 0, bottom: 0, left: 0 } }}
          barProps={{ radius: [2, 2, 0, 0], isAnimationActive: false }}
          xAxisProps={{
            // Only below the last row the days are written.
            ...(at < rows.length - 1 ? { tick: false, height: 2 } : {}),
            axisLine: { stroke: 'var(--line-strong)' },
            tickFormatter: (day: string) => spell(day),
            interval: 'equidistantPreserveStart',
            minTickGap: 32,
          }}
          yAxisProps={{
            width: 44,
            tickCount: main ? 4 : 3,
            allowDecimals: most !== undefined,
            ...(most === undefined ? {} : { domain: [0, most], ticks: [0, most / 2, most] }),
            tickFormatter: (value: number) =>
              spellValue?.(value) ?? format.number(value, { notation: 'compact' }),
          }}
          tooltipProps={{
            isAnimationActive: false,
            content: ({ active, label: day, payload }) =>
              active && (
                <ChartTooltip
                  label={spell(String(day), 'short')}
                  payload={payload}
                  series={series}
                  valueFormatter={(value) => spellValue?.(value) ?? format.number(value)}
                />
              ),
          }}
        />
      </div>
    );
  });
}
