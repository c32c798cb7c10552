// The panels of the report on deals in this person's words: chart, table rows and file rows of each.
import { useFormatter, useTranslations } from 'use-intl';
import type { DealReport } from '#features/deals/deal-report.contract.ts';
import { digitsOf } from '#features/deals/money.contract.ts';
import type { Panel } from '#web/ui/report/ReportPanel.tsx';
import { linksOf, type ReportScope } from './deal-report-links.ts';
import { ForecastChart } from './ForecastChart.tsx';
import { MonthsChart } from './MonthsChart.tsx';
import { useDealMoney } from './use-deal-money.ts';
import { useMonth } from './use-month.ts';

/** Undefined until the report is there. */
export function useReportPanels(
  report: DealReport | undefined,
  scope: ReportScope | undefined,
): Panel[] | undefined {
  const t = useTranslations('dealReport');
  const format = useFormatter();
  const spell = useDealMoney();
  const month = useMonth();
  if (!report || !scope) return undefined;
  const links = linksOf(scope);
  const number = (value: number) => format.number(value);
  const percent = (share: number | null) =>
    share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const days = (count: number | null) =>
    count === null ? '–' : t('days', { days: format.number(count, { maximumFractionDigits: 1 }) });
  const money = (worth: number) => spell(worth, report.currency);
  const inFile = (worth: number) => worth / 10 ** digitsOf(report.currency);
  const code = report.currency.toLowerCase();

  const forecast: Panel = {
    title: t('forecast'),
    wide: true,
    fileName: 'deals-forecast.csv',
    columns: [t('month'), t('openDeals'), t('total'), t('weighted'), t('wonDeals'), t('wonSoFar')],
    fileColumns: ['month', 'open_deals', `total_${code}`, `weighted_${code}`, 'won_deals', `won_${code}`],
    note: report.forecast.length === 0 ? t('noForecast') : undefined,
    chart: <ForecastChart report={report} undated={links.closingIn(null)} />,
    rows: report.forecast.map((row) => ({
      key: row.month ?? 'none',
      shown: [
        row.month ? month(row.month, true) : t('noDate'),
        number(row.count),
        money(row.worth),
        money(row.weighted),
        number(row.wonCount),
        money(row.won),
      ],
      plain: [
        row.month ?? '',
        row.count,
        inFile(row.worth),
        inFile(row.weighted),
        row.wonCount,
        inFile(row.won),
      ],
      link: row.count > 0 ? links.closingIn(row.month) : row.month ? links.wonIn(row.month) : undefined,
    })),
  };
  const began = report.stages[0]?.reached ?? 0;
  const conversion: Panel = {
    title: t('conversion'),
    fileName: 'deals-conversion.csv',
    columns: [t('stage'), t('reached'), t('wentOn'), t('averageDays')],
    fileColumns: ['stage', 'reached', 'went_on', 'average_days'],
    note: began === 0 ? t('noConversion') : undefined,
    bars: report.stages.map((stage) => ({
      key: stage.id,
      name: stage.name,
      value: stage.reached,
      label: t('shareOf', {
        count: number(stage.reached),
        share: percent(began > 0 ? stage.reached / began : null),
      }),
      note:
        stage.toNext === null
          ? undefined
          : t('stageNote', { share: percent(stage.toNext), days: days(stage.averageDays) }),
      link: stage.reached > 0 ? links.reached(stage.id) : undefined,
    })),
    rows: report.stages.map((stage) => ({
      key: stage.id,
      shown: [stage.name, number(stage.reached), percent(stage.toNext), days(stage.averageDays)],
      plain: [stage.name, stage.reached, stage.toNext ?? '', stage.averageDays ?? ''],
      link: stage.reached > 0 ? links.reached(stage.id) : undefined,
    })),
  };
  const months: Panel = {
    title: t('byMonth'),
    fileName: 'deals-by-month.csv',
    columns: [t('month'), t('won'), t('lost'), t('winRate'), t('daysToWin')],
    fileColumns: ['month', 'won', 'lost', 'win_rate', 'median_days_to_win'],
    note: report.months.length === 0 ? t('noneClosed') : undefined,
    chart: <MonthsChart report={report} />,
    rows: report.months.map((row) => ({
      key: row.month,
      shown: [
        month(row.month, true),
        number(row.won),
        number(row.lost),
        percent(row.winRate),
        days(row.days),
      ],
      plain: [row.month, row.won, row.lost, row.winRate ?? '', row.days ?? ''],
      link: row.won > 0 ? links.wonIn(row.month) : undefined,
    })),
  };
  const lost: Panel = {
    title: t('lostReasons'),
    fileName: 'deals-lost.csv',
    columns: [t('reason'), t('lost'), t('amount')],
    fileColumns: ['reason', 'lost', `amount_${code}`],
    note: report.lostReasons.length === 0 ? t('noneLost') : undefined,
    bars: report.lostReasons.map(({ id, reason, count, worth }) => ({
      key: id ?? 'none',
      name: reason ?? t('noReason'),
      value: count,
      label: number(count),
      note: money(worth),
      isMuted: id === null,
      link: links.lostFor(id),
    })),
    rows: report.lostReasons.map(({ id, reason, count, worth }) => ({
      key: id ?? 'none',
      shown: [reason ?? t('noReason'), number(count), money(worth)],
      plain: [reason ?? '', count, inFile(worth)],
      link: links.lostFor(id),
    })),
  };
  const owners: Panel = {
    title: t('owners'),
    fileName: 'deals-by-owner.csv',
    columns: [t('owner'), t('won'), t('lost'), t('winRate'), t('amount')],
    fileColumns: ['owner', 'won', 'lost', 'win_rate', `won_${code}`],
    note: report.owners.length === 0 ? t('noneClosed') : undefined,
    bars: report.owners.map(({ owner, won, lost: gone, worth }) => ({
      key: owner?.userId ?? 'none',
      name: owner?.name ?? t('nobody'),
      value: worth,
      label: money(worth),
      note: t('ownerNote', { won: number(won), lost: number(gone), share: percent(won / (won + gone)) }),
      isMuted: owner === null,
      link: won > 0 ? links.wonBy(owner?.userId ?? null) : undefined,
    })),
    rows: report.owners.map(({ owner, won, lost: gone, worth }) => ({
      key: owner?.userId ?? 'none',
      shown: [
        owner?.name ?? t('nobody'),
        number(won),
        number(gone),
        percent(won / (won + gone)),
        money(worth),
      ],
      plain: [owner?.name ?? '', won, gone, won / (won + gone), inFile(worth)],
      link: won > 0 ? links.wonBy(owner?.userId ?? null) : undefined,
    })),
  };
  return [forecast, conversion, months, owners, lost];
}
