// Two rows of bars over the same days: what we sent, and what customers wrote, each on a scale of its own.
import '@mantine/charts/styles.css';
import { BarChart, ChartTooltip } from '@mantine/charts';
import { useFormatter, useTranslations } from 'use-intl';
import type { DayFigures } from '#features/reports/reports.contract.ts';
import styles from './Overview.module.css';

const PANELS = [
  { name: 'sent', height: 156, color: 'var(--mantine-primary-color-filled)' },
  { name: 'received', height: 92, color: 'var(--tone-neutral-mark)' },
] as const;

export function DayChart({ days }: { days: readonly DayFigures[] }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const spell = (day: string, weekday?: 'short') =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday,
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
  const sum = (name: 'sent' | 'received') => format.number(days.reduce((all, day) => all + day[name], 0));
  return (
    <div role="img" aria-label={t('chart.label', { sent: sum('sent'), received: sum('received') })}>
      {PANELS.map(({ name, height, color }, at) => (
        <div key={name}>
          <p className={`${styles.panelHead} figures`}>
            <strong>{t(name)}</strong> <span>{t('chart.sum', { count: sum(name) })}</span>
          </p>
          <BarChart
            h={height}
            data={days as DayFigures[]}
            dataKey="day"
            series={[{ name, label: t(name), color }]}
            valueFormatter={(value) => format.number(value)}
            gridAxis="x"
            strokeDasharray="0"
            gridColor="var(--line)"
            textColor="var(--text-muted)"
            maxBarWidth={18}
            barChartProps={{ syncId: 'messages', margin: { top: 4, right: 0, bottom: 0, left: 0 } }}
            barProps={{ radius: [3, 3, 0, 0], isAnimationActive: false, minPointSize: 0 }}
            xAxisProps={{
              ...(at === 0 ? { tick: false, height: 2 } : {}),
              axisLine: { stroke: 'var(--line-strong)' },
              tickFormatter: (day: string) => spell(day),
              interval: 'equidistantPreserveStart',
              minTickGap: 32,
            }}
            yAxisProps={{
              width: 44,
              tickCount: at === 0 ? 4 : 3,
              allowDecimals: false,
              tickFormatter: (value: number) => format.number(value, { notation: 'compact' }),
            }}
            tooltipProps={{
              isAnimationActive: false,
              content: ({ active, label, payload }) =>
                active && (
                  <ChartTooltip
                    label={spell(String(label), 'short')}
                    payload={payload}
                    series={[{ name, label: t(name), color }]}
                    valueFormatter={(value) => format.number(value)}
                  />
                ),
            }}
          />
        </div>
      ))}
    </div>
  );
}
