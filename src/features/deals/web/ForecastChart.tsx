// What was won and what may come, month by month: by the probability of the stages, and all of it.
import '@mantine/charts/styles.css';
import { BarChart, ChartTooltip } from '@mantine/charts';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import { digitsOf } from '#features/deals/money.contract.ts';
import type { FigureLink } from '#web/ui/report/figure-link.ts';
import { withAllMonths } from '#web/ui/report/periods.ts';
import styles from './DealReport.module.css';

import { useDealMoney } from './use-deal-money.ts';
import { useMonth } from './use-month.ts';

const COLOURS = {
  won: 'var(--mantine-primary-color-filled)',
  weighted: 'color-mix(in srgb, var(--mantine-primary-color-filled) 50%, var(--surface))',
  rest: 'var(--line-strong)',
} as const;
const PARTS = ['won', 'weighted', 'rest'] as const;

/** `undated` leads to the open deals without a close date. */
export function ForecastChart({ report, undated }: { report: DealReport; undated: FigureLink }) {
  const t = useTranslations('dealReport');
  const format = useFormatter();
  const spell = useDealMoney();
  const month = useMonth();
  const { currency, forecast } = report;
  const money = (worth: number) => spell(worth, currency);
  const dated = forecast.flatMap((row) => (row.month === null ? [] : [{ ...row, month: row.month }]));
  const noDate = forecast.find((row) => row.month === null);
  const rows = withAllMonths(
    dated.map(({ month: name, won, weighted, worth }) => ({
      month: name,
      won,
      weighted,
      rest: worth - weighted,
    })),
    (name) => ({ month: name, won: 0, weighted: 0, rest: 0 }),
  );
  const sum = (part: (typeof PARTS)[number]) => rows.reduce((all, row) => all + row[part], 0);
  const shown = { won: sum('won'), weighted: sum('weighted'), rest: sum('weighted') + sum('rest') };
  const series = PARTS.map((name) => ({ name, label: t(`part.${name}`), color: COLOURS[name] }));
  const label = t('forecastLabel', {
    values: dated
      .map(
        (row) => `${month(row.month, true)}: ${money(row.won)}, ${money(row.weighted)}, ${money(row.worth)}`,
      )
      .join('; '),
  });
  return (
    <>
      <ul className={styles.legend}>
        {PARTS.map((name) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: COLOURS[name] }} aria-hidden />
            {t(`part.${name}`)} <span className="figures">{money(shown[name])}</span>
          </li>
        ))}
      </ul>
      <div role="img" aria-label={label}>
        <BarChart
          h={220}
          data={rows}
          dataKey="month"
          type="stacked"
          series={series}
          gridAxis="x"
          strokeDasharray="0"
          gridColor="var(--line)"
          textColor="var(--text-muted)"
          maxBarWidth={44}
          barChartProps={{ margin: { top: 4, right: 0, bottom: 0, left: 0 } }}
          barProps={{ isAnimationActive: false }}
          xAxisProps={{
            axisLine: { stroke: 'var(--line-strong)' },
            tickFormatter: (name: string) => month(name),
            interval: 'equidistantPreserveStart',
            minTickGap: 24,
          }}
          yAxisProps={{
            width: 56,
            tickCount: 4,
            tickFormatter: (value: number) =>
              format.number(value / 10 ** digitsOf(currency), { notation: 'compact' }),
          }}
          tooltipProps={{
            isAnimationActive: false,
            content: ({ active, label: name, payload }) =>
              active && (
                <ChartTooltip
                  label={month(String(name), true)}
                  payload={payload}
                  series={series.map((one) =>
                    one.name === 'rest' ? { ...one, label: t('part.only') } : one,
                  )}
                  valueFormatter={money}
                />
              ),
          }}
        />
      </div>
      {noDate && (
        <p className={styles.below}>
          {t.rich('undated', {
            count: noDate.count,
            amount: money(noDate.worth),
            link: (words) => (
              <Link className={styles.link} to={undated.to} search={undated.search as never}>
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </>
  );
}
