// When an activity is due, with a dot that says whether it is late; or when it was done.
import { useFormatter, useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './Activities.module.css';

export function ActivityDue({ activity: { dueAt, doneAt, when } }: { activity: Activity }) {
  const t = useTranslations('dealActivities');
  const format = useFormatter();
  if (when === null) return doneAt && <RelativeTime at={doneAt} />;
  const due = new Date(dueAt);
  const sameYear = due.getFullYear() === new Date().getFullYear();
  const time = format.dateTime(due, {
    ...(when === 'today' ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  });
  return (
    <span className={`${styles.due} figures`} data-when={when} title={t(`due.${when}`)}>
      {when === 'today' ? t('todayAt', { time }) : time}
    </span>
  );
}
