// One conversation in the list.
import { VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconClockOff } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './ConversationList.module.css';
import { usePreview } from './use-preview.ts';

type Props = { conversation: Conversation; isOpen: boolean; onOpen: () => void };

/** Id of the element by which the list shows a conversation. */
export const conversationItemId = (id: string) => `conversation-${id}`;

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const own = event.currentTarget.closest('li');
  const next =
    event.key === 'ArrowDown'
      ? own?.nextElementSibling
      : event.key === 'ArrowUp'
        ? own?.previousElementSibling
        : null;
  const target = next?.querySelector('button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

export function ConversationItem({ conversation, isOpen, onOpen }: Props) {
  const t = useTranslations('conversations');
  const spell = usePreview();
  const { contact, unreadCount, lastMessageAt, lastMessagePreview, lastDirection, windowClosesAt } =
    conversation;
  const closed = windowClosesAt === null || new Date(windowClosesAt) < new Date();
  return (
    <li>
      <button
        type="button"
        id={conversationItemId(conversation.id)}
        className={styles.item}
        data-unread={unreadCount > 0 || undefined}
        aria-current={isOpen || undefined}
        onClick={onOpen}
        onKeyDown={moveByArrows}
      >
        <span className={styles.avatar}>
          <PersonAvatar name={contact.name} size={36} />
        </span>
        <span className={styles.name}>{contact.name}</span>
        <span className={styles.time}>{lastMessageAt && <RelativeTime at={lastMessageAt} />}</span>
        <span className={styles.preview}>
          {lastDirection === 'out' && <IconArrowBackUp size={13} aria-label={t('youWrote')} />}{' '}
          {spell(lastMessagePreview)}
        </span>
        <span className={styles.aside}>
          {closed && <IconClockOff size={14} aria-label={t('window.closedShort')} />}
          {unreadCount > 0 && (
            <span className={`${styles.unread} figures`}>
              <span aria-hidden>{unreadCount}</span>
              <VisuallyHidden>{t('unread', { count: unreadCount })}</VisuallyHidden>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
