// Messages by day: what we sent, and what customers wrote, each on a scale of its own.
import { useFormatter, useTranslations } from 'use-intl';
import type { DayFigures } from '#features/reports/reports.contract.ts';
import { DayBars } from '#web/ui/DayBars.tsx';

export function DayChart({ days }: { days: readonly DayFigures[] }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const sum = (name: 'sent' | 'received') => format.number(days.reduce((all, day) => all + day[name], 0));
  const row = (name: 'sent' | 'received') => ({
    name,
    label: t(name),
    sum: t('chart.sum', { count: sum(name) }),
  });
  return (
    <div role="img" aria-label={t('chart.label', { sent: sum('sent'), received: sum('received') })}>
      <DayBars
        days={days}
        rows={[
          { ...row('sent'), height: 156, main: true },
          { ...row('received'), height: 92 },
        ]}
        syncId="messages"
      />
    </div>
  );
}
