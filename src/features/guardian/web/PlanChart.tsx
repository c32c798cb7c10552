// A sending plan as bars: people per day, sent ones and planned ones; the same days as a table one click away.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './PlanChart.module.css';
import { type PlanDay, PlanTable } from './PlanTable.tsx';
import { stepsOf } from './plan-steps.ts';

const SERIES = [
  { name: 'done', color: 'var(--mantine-primary-color-filled)' },
  { name: 'planned', color: 'var(--tone-neutral-mark)' },
] as const;

export function PlanChart({ waves }: { waves: readonly PlanDay[] }) {
  const t = useTranslations('guardian.plan');
  const format = useFormatter();
  const [asTable, setAsTable] = useState(false);
  const spell = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const days = waves.map(({ day, people, fed = 0 }) => ({
    day,
    done: fed,
    planned: Math.max(0, people - fed),
  }));
  const begun = days.some(({ done }) => done > 0);
  return (
    <div className={styles.plan}>
      <p className={`${styles.steps} figures`}>
        {stepsOf(waves).map(({ day, people }) => (
          <span key={day}>{t.rich('step', { people, date: spell(day), b: (text) => <b>{text}</b> })}</span>
        ))}
      </p>
      {asTable ? (
        <PlanTable waves={waves} />
      ) : (
        <div role="img" aria-label={t('chart')}>
          <BarChart
            h={140}
            data={days}
            dataKey="day"
            type="stacked"
            series={SERIES.map(({ name, color }) => ({ name, color, label: t(name) }))}
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
      )}
      <div className={styles.foot}>
        {begun && !asTable && (
          <p className={styles.key}>
            {SERIES.map(({ name, color }) => (
              <span key={name}>
                <i style={{ background: color }} aria-hidden />
                {t(name)}
              </span>
            ))}
          </p>
        )}
        <Button variant="subtle" size="compact-xs" ml="auto" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asChart' : 'asTable')}
        </Button>
      </div>
    </div>
  );
}
