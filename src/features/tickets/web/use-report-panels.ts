// The four panels of the report in this person's words: bars, table rows and file rows.
import { useFormatter, useTranslations } from 'use-intl';
import type { TicketReport } from '#features/tickets/tickets.contract.ts';
import type { Panel } from '#web/ui/report/ReportPanel.tsx';
import { spellDuration } from '#web/ui/spell-duration.ts';
import { useStatusName } from './TicketMarks.tsx';

const TWO_DAYS = 2 * 86_400;

export function useReportPanels(report: TicketReport | undefined): Panel[] | undefined {
  const t = useTranslations('ticketReport');
  const priorities = useTranslations('tickets.priority');
  const format = useFormatter();
  const statusName = useStatusName();
  if (!report) return undefined;
  const number = (value: number) => format.number(value);
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const nameOf = (category: { name: string } | null) => category?.name ?? t('none');
  const spell = (seconds: number | null) => {
    if (seconds === null) return '–';
    if (seconds < TWO_DAYS) return spellDuration(seconds, format);
    return format.number(seconds / 86_400, {
      style: 'unit',
      unit: 'day',
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    });
  };

  const byCategory: Panel = {
    title: t('byCategory'),
    fileName: 'tickets-by-category.csv',
    columns: [t('category'), t('tickets'), t('share')],
    fileColumns: ['category', 'tickets', 'share'],
    bars: report.byCategory.map(({ category, share }) => ({
      key: category?.id ?? 'none',
      name: nameOf(category),
      value: share,
      label: percent(share),
    })),
    rows: report.byCategory.map(({ category, count, share }) => ({
      key: category?.id ?? 'none',
      shown: [nameOf(category), number(count), percent(share)],
      plain: [category?.name ?? '', count, share],
    })),
  };
  const counted = (
    title: string,
    fileName: string,
    column: string,
    rows: { key: string; name: string; count: number }[],
  ): Panel => ({
    title,
    fileName: `tickets-by-${fileName}.csv`,
    columns: [column, t('tickets')],
    fileColumns: [fileName, 'tickets'],
    bars: rows.map(({ key, name, count }) => ({ key, name, value: count, label: number(count) })),
    rows: rows.map(({ key, name, count }) => ({ key, shown: [name, number(count)], plain: [key, count] })),
  });
  const byStatus = counted(
    t('byStatus'),
    'status',
    t('status'),
    report.byStatus.map(({ status, count }) => ({ key: status.code, name: statusName(status), count })),
  );
  const byPriority = counted(
    t('byPriority'),
    'priority',
    t('priority'),
    report.byPriority.map(({ priority, count }) => ({ key: priority, name: priorities(priority), count })),
  );
  const { all } = report.closing;
  const times = [
    { key: 'all', name: t('allCategories'), ...all, isMuted: true },
    ...report.closing.byCategory.map(({ category, ...figures }) => ({
      key: category?.id ?? 'none',
      name: nameOf(category),
      ...figures,
      isMuted: false,
    })),
  ];
  const closing: Panel = {
    title: t('closing'),
    fileName: 'tickets-time-to-close.csv',
    columns: [t('category'), t('closed'), t('average')],
    fileColumns: ['category', 'closed', 'average_seconds'],
    note: all.closed === 0 ? t('noneClosed') : undefined,
    bars: times.map(({ key, name, seconds, isMuted }) => ({
      key,
      name,
      value: seconds ?? 0,
      label: spell(seconds),
      isMuted,
    })),
    rows: times.map(({ key, name, closed, seconds }) => ({
      key,
      shown: [name, number(closed), spell(seconds)],
      plain: [name, closed, seconds ?? ''],
    })),
  };
  return [byCategory, byStatus, byPriority, closing];
}
