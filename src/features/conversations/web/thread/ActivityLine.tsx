// What was done with the conversation, as one quiet line between the messages.
import { useFormatter, useTranslations } from 'use-intl';
import type { ActivityItem } from '#features/conversations/conversations.contract.ts';
import styles from './entries.module.css';

export function ActivityLine({ activity }: { activity: ActivityItem }) {
  const format = useFormatter();
  const words = useActivityWords();
  const at = new Date(activity.at);
  const note = activity.content.note;
  return (
    <p className={styles.activity}>
      <span>{words(activity)}</span>{' '}
      <time dateTime={activity.at} title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}>
        {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
      </time>
      {typeof note === 'string' && <span className={styles.handover}>{note}</span>}
    </p>
  );
}

function useActivityWords(): (activity: ActivityItem) => string {
  const t = useTranslations('threadEntries');
  const format = useFormatter();
  return ({ kind, content, author }) => {
    const name = author.name ?? t(author.kind === 'phone_app' ? 'phoneApp' : 'somebody');
    switch (kind) {
      case 'assigned': {
        const to = (Array.isArray(content.to) ? content.to : []) as { name: string }[];
        if (to.length === 0) return author.kind === 'system' ? t('backWithTeam') : t('unassigned', { name });
        return t('assigned', { name, people: format.list(to.map((person) => person.name)) });
      }
      case 'closed':
        return typeof content.reason === 'string'
          ? t('closedBecause', { name, reason: content.reason })
          : t('closed', { name });
      case 'reopened':
        return content.by === 'customer' ? t('reopenedByCustomer') : t('reopened', { name });
      case 'snoozed':
        return t('snoozed', {
          name,
          until: format.dateTime(new Date(String(content.until)), {
            dateStyle: 'medium',
            timeStyle: 'short',
          }),
        });
      case 'woken':
        if (content.by === 'time') return t('wokenByTime');
        return content.by === 'customer' ? t('wokenByCustomer') : t('woken', { name });
    }
  };
}
