// The open conversation: who it is with, its messages, and the place to answer.
import { ActionIcon, Menu, Skeleton, Title } from '@mantine/core';
import { IconArrowLeft, IconClockPause, IconMailOpened, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { api, client } from '#web/api.ts';
import { isFinal } from '#web/api-failure.ts';
import { noteTyping, useShowsConversation } from '#web/looking-at.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageMenu } from '#web/ui/PageMenu.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { Composer } from './composer/Composer.tsx';
import { useOutbox, useWithWaiting } from './outbox/use-outbox.ts';
import { WaitingProvider } from './outbox/waiting-answers.tsx';
import { ScheduledMessages } from './scheduled/ScheduledMessages.tsx';
import styles from './Thread.module.css';
import { CompanyLine } from './team/CompanyLine.tsx';
import { type Asking, ThreadMoves } from './team/ThreadMoves.tsx';
import { MessageList } from './thread/MessageList.tsx';
import { ToLatest } from './thread/ToLatest.tsx';
import { ThreadProvider } from './thread/thread-context.tsx';
import { usePlaceInThread } from './thread/use-place.ts';
import { useConversation, useReading } from './use-thread.ts';

type Props = {
  id: string;
  /** Id of the message around which it is read; the latest ones otherwise. */
  at?: string | undefined;
  /** Called to leave that message for the latest ones. */
  onLatest?: () => void;
  onClose: () => void;
  /** At the end of the head: what the page around it adds. */
  headEnd?: ReactNode;
};

export function Thread({ id, at, onLatest, onClose, headEnd }: Props) {
  const t = useTranslations('conversations');
  const mayWrite = usePermission('chats:write');
  const conversation = useConversation(id);
  const { data } = conversation;
  const { timeline, list, go } = usePlaceInThread(id, at, onLatest);
  const outbox = useOutbox();
  const shown = useWithWaiting(outbox, id, timeline.items);
  const unread = data?.unreadCount ?? 0;
  // As it was when one came; from then on the marker stays where it is.
  const [unreadThen, setUnreadThen] = useState<number>();
  if (unreadThen === undefined && data && conversation.isFetchedAfterMount) setUnreadThen(unread);
  useShowsConversation(id);
  useReading(id, mayWrite && list.atEnd ? unread : 0);
  // While the server is away, what was read stays, with what one is writing.
  if (conversation.error && (!data || isFinal(conversation.error)))
    return <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />;
  return (
    <section className={styles.thread} aria-label={data?.contact.name ?? t('title')} onInput={noteTyping}>
      <header className={styles.head}>
        <ActionIcon
          className={styles.back}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('back')}
          onClick={onClose}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        {data ? <Who conversation={data} /> : <Skeleton height={14} width={180} />}
        {data && <ThreadActions conversation={data} onClose={onClose} headEnd={headEnd} />}
      </header>
      <ThreadProvider conversationId={id} contactName={data?.contact.name ?? ''} {...go}>
        <div className={styles.messages}>
          <WaitingProvider outbox={outbox}>
            <MessageList
              key={list.key}
              timeline={timeline}
              items={timeline.hasNewer ? timeline.items : shown}
              place={list.place}
              sought={list.sought}
              unread={list.isFirst ? unreadThen : 0}
              onAtEnd={list.setAtEnd}
              end={data && <ScheduledMessages conversation={data} />}
            />
          </WaitingProvider>
          {!list.atEnd && timeline.items.length > 0 && <ToLatest unread={unread} onClick={go.toLatest} />}
        </div>
        <CompanyLine conversationId={id} />
        {data && mayWrite && <Composer conversation={data} />}
      </ThreadProvider>
    </section>
  );
}

function Who({ conversation: { contact } }: { conversation: Conversation }) {
  const t = useTranslations('conversations');
  return (
    <>
      <span className={styles.face}>
        <PersonAvatar name={contact.name} size={32} />
      </span>
      <div className={styles.who}>
        <Title order={2} className={styles.name}>
          {contact.name}
        </Title>
        <div className={styles.under}>
          {contact.phone && contact.phone !== contact.name && (
            <span className={`${styles.phone} figures`}>{contact.phone}</span>
          )}
          {contact.consent === 'unsubscribed' && (
            <StatusBadge tone="attention">{t('unsubscribed')}</StatusBadge>
          )}
        </div>
      </div>
    </>
  );
}

function ThreadActions({
  conversation,
  onClose,
  headEnd,
}: {
  conversation: Conversation;
  onClose: () => void;
  headEnd: ReactNode;
}) {
  const t = useTranslations('conversations');
  const moves = useTranslations('teamMoves');
  const [asking, setAsking] = useState<Asking>(null);
  const queryClient = useQueryClient();
  const mayWrite = usePermission('chats:write');
  const markUnread = async () => {
    try {
      onClose();
      await client.conversations.markUnread({ id: conversation.id });
      await queryClient.invalidateQueries({ queryKey: api.conversations.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={styles.actions}>
      <ThreadMoves conversation={conversation} asking={asking} onAsk={setAsking} />
      <PageMenu>
        <Menu.Item
          leftSection={<IconUser size={16} />}
          component="a"
          href={`/contacts?open=${conversation.contact.id}`}
        >
          {t('openContact')}
        </Menu.Item>
        {mayWrite && conversation.state === 'open' && conversation.snoozedUntil === null && (
          <Menu.Item
            hiddenFrom="sm"
            leftSection={<IconClockPause size={16} />}
            onClick={() => setAsking('snooze')}
          >
            {moves('snooze')}
          </Menu.Item>
        )}
        {mayWrite && (
          <Menu.Item leftSection={<IconMailOpened size={16} />} onClick={() => void markUnread()}>
            {t('markUnread')}
          </Menu.Item>
        )}
      </PageMenu>
      {headEnd}
    </div>
  );
}
