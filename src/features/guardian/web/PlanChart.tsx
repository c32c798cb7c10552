// A sending plan as bars: people per day, sent ones and planned ones; the same days as a table and as CSV one click away.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import styles from './PlanChart.module.css';
import { type PlanDay, PlanTable } from './PlanTable.tsx';
import { stepsOf } from './plan-steps.ts';

const SERIES = [
  { name: 'done', color: 'var(--mantine-primary-color-filled)' },
  { name: 'planned', color: 'var(--tone-neutral-mark)' },
] as const;

type Props = { waves: readonly PlanDay[]; onDownload(): void };

export function PlanChart({ waves, onDownload }: Props) {
  const t = useTranslations('guardianPlan');
  const format = useFormatter();
  const [asTable, setAsTable] = useState(false);
  const spell = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  // Recharts asks also while the pointer is nowhere.
  const spellBelowPointer = (day: unknown) => (typeof day === 'string' && day !== '' ? spell(day) : '');
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
            tooltipProps={{ isAnimationActive: false, labelFormatter: spellBelowPointer }}
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
        <Group gap={4} ml="auto">
          <Button variant="subtle" size="compact-xs" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'asChart' : 'asTable')}
          </Button>
          <ActionIcon variant="subtle" size={24} aria-label={t('csv')} title={t('csv')} onClick={onDownload}>
            <IconDownload size={16} />
          </ActionIcon>
        </Group>
      </div>
    </div>
  );
}
