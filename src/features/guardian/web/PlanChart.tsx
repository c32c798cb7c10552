// A sending plan as bars: people per day, sent ones and planned ones.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useFormatter, useTranslations } from 'use-intl';

type Day = { day: string; people: number; fed?: number };

export function PlanChart({ waves }: { waves: readonly Day[] }) {
  const t = useTranslations('guardian.plan');
  const format = useFormatter();
  const spell = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days = waves.map(({ day, people, fed = 0 }) => ({
    day,
    done: fed,
    planned: Math.max(0, people - fed),
  }));
  return (
    <div role="img" aria-label={t('chart')}>
      <BarChart
        h={140}
        data={days}
        dataKey="day"
        type="stacked"
        series={[
          { name: 'done', label: t('done'), color: 'var(--mantine-primary-color-filled)' },
          { name: 'planned', label: t('planned'), color: 'var(--tone-neutral-mark)' },
        ]}
        valueFormatter={(value) => format.number(value)}
        gridAxis="x"
        strokeDasharray="0"
        gridColor="var(--line)"
        textColor="var(--text-muted)"
        maxBarWidth={18}
        barProps={{ isAnimationActive: false }}
        xAxisProps={{ tickFormatter: spell, interval: 'equidistantPreserveStart', minTickGap: 24 }}
        yAxisProps={{
          width: 44,
          allowDecimals: false,
          tickFormatter: (value: number) => format.number(value, { notation: 'compact' }),
        }}
        tooltipProps={{ isAnimationActive: false, labelFormatter: (day) => spell(String(day)) }}
      />
    </div>
  );
}
