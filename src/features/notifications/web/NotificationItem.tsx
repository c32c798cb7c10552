// One notification: what it is about, in words, how many it gathers and when.

import type { Icon } from '@tabler/icons-react';
import {
  IconAlarm,
  IconAlertTriangle,
  IconAt,
  IconClockCancel,
  IconClockExclamation,
  IconClockPlay,
  IconGauge,
  IconMessage,
  IconPlayerPause,
  IconSpeakerphone,
  IconTicket,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { NotificationKind } from '#features/notifications/kinds.contract.ts';
import type { Notification } from '#features/notifications/notifications.contract.ts';
import { wordsOf } from '#features/notifications/words.contract.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { useAppLocale } from '#web/use-app-locale.ts';
import styles from './Notifications.module.css';

export const KIND_ICONS: Record<NotificationKind, Icon> = {
  message_mine: IconMessage,
  message_unassigned: IconMessage,
  assigned: IconUserCheck,
  mentioned: IconAt,
  scheduled_refused: IconClockCancel,
  window_closing: IconClockExclamation,
  snooze_over: IconClockPlay,
  ticket_assigned: IconTicket,
  activity_due: IconAlarm,
  campaign_finished: IconSpeakerphone,
  campaign_stopped: IconPlayerPause,
  number_quality: IconGauge,
  number_stopped: IconAlertTriangle,
};

/** Only what needs somebody to do something is coloured. */
const TONES: Partial<Record<NotificationKind, string>> = {
  scheduled_refused: 'attention',
  window_closing: 'attention',
  activity_due: 'attention',
  campaign_stopped: 'attention',
  number_quality: 'attention',
  number_stopped: 'bad',
};

type Props = { notification: Notification; onOpen: () => void };

export function NotificationItem({ notification, onOpen }: Props) {
  const t = useTranslations('notifications');
  const { title, body } = wordsOf(notification, useAppLocale(), true);
  const KindIcon = KIND_ICONS[notification.kind];
  const isUnread = notification.readAt === null;
  return (
    <button type="button" className={styles.item} data-unread={isUnread || undefined} onClick={onOpen}>
      <span className={styles.icon} data-tone={TONES[notification.kind]} aria-hidden>
        <KindIcon size={18} stroke={1.7} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {body && <span className={styles.body}>{body}</span>}
      </span>
      <span className={styles.when}>
        <RelativeTime at={notification.at} />
        {isUnread && <span className={styles.dot} role="img" aria-label={t('unread')} />}
      </span>
    </button>
  );
}
