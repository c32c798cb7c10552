// One conversation in the list: who, when, the last words and how far ours got, and what awaits the team.
import { Checkbox, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconClock,
  IconClockExclamation,
  IconClockOff,
  IconTag,
  IconZzz,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { tickIcon } from '#features/conversations/web/tick-icon.ts';
import { usePreview } from '#features/conversations/web/use-preview.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './ConversationList.module.css';

const CLOSING_MS = 2 * 3_600_000;

type Props = {
  conversation: Conversation;
  isOpen: boolean;
  /** Reached by Tab. */
  isActive: boolean;
  isSelected: boolean;
  /** Some are: a click selects instead of opening. */
  selecting: boolean;
  onOpen: (id: string) => void;
  onSelect?: ((id: string, range: boolean) => void) | undefined;
  onFocus: (id: string) => void;
};

/** Id of the element by which the list shows a conversation. */
export const conversationItemId = (id: string) => `conversation-${id}`;

export const ConversationItem = memo(function ConversationItem(props: Props) {
  const { conversation, isOpen, isActive, isSelected, selecting, onOpen, onSelect, onFocus } = props;
  const t = useTranslations('conversations');
  const list = useTranslations('inboxList');
  const spell = usePreview();
  const { id, contact, unreadCount, lastMessageAt, lastMessagePreview, lastDirection, lastState, draft } =
    conversation;
  return (
    <li
      className={styles.row}
      data-selected={isSelected || undefined}
      data-selecting={selecting || undefined}
    >
      {onSelect && (
        <Checkbox
          className={styles.tick}
          tabIndex={-1}
          aria-label={list('select', { name: contact.name })}
          checked={isSelected}
          onChange={(event) => onSelect(id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      )}
      <button
        type="button"
        id={conversationItemId(id)}
        data-row={id}
        tabIndex={isActive ? 0 : -1}
        className={styles.item}
        data-unread={unreadCount > 0 || undefined}
        aria-current={isOpen || undefined}
        onFocus={() => onFocus(id)}
        onClick={(event) => {
          if (onSelect && (event.shiftKey || event.ctrlKey || event.metaKey)) onSelect(id, event.shiftKey);
          else onOpen(id);
        }}
      >
        <span className={styles.avatar}>
          <PersonAvatar name={contact.name} size={36} />
        </span>
        <span className={styles.name}>{contact.name}</span>
        <span className={styles.time}>{lastMessageAt && <RelativeTime at={lastMessageAt} />}</span>
        <span className={styles.preview}>
          {draft !== null && !isOpen ? (
            <>
              <span className={styles.draft}>{list('draft')}</span> {draft}
            </>
          ) : (
            <>
              {lastDirection === 'out' && <Ticks state={lastState} />} {spell(lastMessagePreview)}
            </>
          )}
        </span>
        <span className={styles.aside}>
          <Marks conversation={conversation} />
          {unreadCount > 0 && (
            <span className={`${styles.unread} figures`}>
              <span aria-hidden>{unreadCount > 99 ? '99+' : unreadCount}</span>
              <VisuallyHidden>{t('unread', { count: unreadCount })}</VisuallyHidden>
            </span>
          )}
        </span>
      </button>
    </li>
  );
});

/** How far our last message got. */
function Ticks({ state }: { state: Conversation['lastState'] }) {
  const t = useTranslations('conversations');
  const Icon = tickIcon(state);
  return (
    <span className={styles.ticks} data-state={state ?? undefined}>
      <Icon size={14} aria-hidden />
      <VisuallyHidden>
        {t('youWrote')}
        {state ? `, ${t(`state.${state}`)}: ` : ': '}
      </VisuallyHidden>
    </span>
  );
}

/** Tags, time left to answer, snoozed, and who looks after it. */
function Marks({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('inboxList');
  const { contact, assignees } = conversation;
  const tags = contact.tags.map((tag) => tag.name).join(', ');
  const names = assignees.map((one) => one.name).join(', ');
  const [first] = assignees;
  return (
    <>
      <ScheduledMark conversation={conversation} />
      <WindowMark conversation={conversation} />
      {tags !== '' && (
        <Tooltip label={tags}>
          <span className={styles.mark}>
            <IconTag size={13} aria-hidden />
            {contact.tags.length > 1 && <span className="figures">{contact.tags.length}</span>}
            <VisuallyHidden>{t('tags', { names: tags })}</VisuallyHidden>
          </span>
        </Tooltip>
      )}
      {first && (
        <Tooltip label={names}>
          <span className={styles.mark}>
            <PersonAvatar name={first.name} size={18} />
            {assignees.length > 1 && <span className="figures">+{assignees.length - 1}</span>}
            <VisuallyHidden>{t('assignedTo', { names })}</VisuallyHidden>
          </span>
        </Tooltip>
      )}
    </>
  );
}

function ScheduledMark({ conversation: { scheduled } }: { conversation: Conversation }) {
  const t = useTranslations('inboxList');
  const format = useFormatter();
  if (scheduled.notSent) return <Mark label={t('scheduledNotSent')} Icon={IconAlertTriangle} urgent />;
  if (scheduled.nextAt === null) return null;
  const time = format.dateTime(new Date(scheduled.nextAt), { dateStyle: 'medium', timeStyle: 'short' });
  return <Mark label={t('scheduledFor', { time })} Icon={IconClock} />;
}

function WindowMark({ conversation: { snoozedUntil, windowClosesAt } }: { conversation: Conversation }) {
  const t = useTranslations('inboxList');
  const words = useTranslations('conversations.window');
  const format = useFormatter();
  if (snoozedUntil) {
    const label = t('snoozedUntil', {
      time: format.dateTime(new Date(snoozedUntil), { dateStyle: 'medium', timeStyle: 'short' }),
    });
    return <Mark label={label} Icon={IconZzz} />;
  }
  const left = windowClosesAt === null ? 0 : new Date(windowClosesAt).getTime() - Date.now();
  if (left <= 0) return <Mark label={words('closedShort')} Icon={IconClockOff} />;
  if (left > CLOSING_MS) return null;
  const minutes = Math.max(1, Math.round(left / 60_000));
  return <Mark label={t('closingSoon', { minutes })} Icon={IconClockExclamation} urgent />;
}

function Mark({ label, Icon, urgent }: { label: string; Icon: typeof IconZzz; urgent?: boolean }) {
  return (
    <Tooltip label={label}>
      <span className={styles.mark} data-urgent={urgent || undefined}>
        <Icon size={14} aria-hidden />
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
