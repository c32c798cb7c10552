// Month by month: how many of the deals closed were won, and how long winning took.
import { useFormatter, useTranslations } from 'use-intl';
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import { DayBars } from '#web/ui/DayBars.tsx';
import { withAllMonths } from '#web/ui/report/periods.ts';
import { useMonth } from './use-month.ts';

export function MonthsChart({ report }: { report: DealReport }) {
  const t = useTranslations('dealReport');
  const format = useFormatter();
  const month = useMonth();
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const days = (count: number) => format.number(count, { maximumFractionDigits: 1 });
  const all = withAllMonths(
    report.months.map(({ month: name, winRate, days: median }) => ({ month: name, winRate, days: median })),
    (name) => ({ month: name, winRate: null, days: null }),
  ).map(({ month: name, ...figures }) => ({ day: name, ...figures }));
  const label = t('monthsLabel', {
    values: report.months.map((row) => `${month(row.month, true)} ${percent(row.winRate ?? 0)}`).join(', '),
  });
  return (
    <div role="img" aria-label={label}>
      <DayBars
        days={all}
        syncId="deal-months"
        spellDay={month}
        rows={[
          {
            name: 'winRate',
            label: t('winRate'),
            sum: report.winRate === null ? '–' : percent(report.winRate),
            height: 112,
            main: true,
            spellValue: percent,
            most: 1,
          },
          {
            name: 'days',
            label: t('daysToWin'),
            sum: report.won.days ? days(report.won.days.median) : '–',
            height: 112,
            spellValue: days,
          },
        ]}
      />
    </div>
  );
}
