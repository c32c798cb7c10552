// One message: its content, when it was written, how far it got and why it failed.
import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconApi, IconDeviceMobile, IconRobot, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { WaitingNote } from '#features/conversations/web/outbox/WaitingNote.tsx';
import { useWaiting } from '#features/conversations/web/outbox/waiting-answers.tsx';
import { tickIcon } from '#features/conversations/web/tick-icon.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './bubble.module.css';
import { EditedMark } from './EditedMark.tsx';
import { FailureNote } from './FailureNote.tsx';
import { MessageContent } from './MessageContent.tsx';
import { MessageHistoryDialog } from './MessageHistoryDialog.tsx';
import { MessageMenu, mayBeAnswered } from './MessageMenu.tsx';
import { PullToAnswer } from './PullToAnswer.tsx';
import { QuotedMessage } from './QuotedMessage.tsx';
import { useMessageActions, useThreadWorld } from './thread-context.tsx';
import { UncertainNote } from './UncertainNote.tsx';

type Props = {
  message: Message;
  startsGroup: boolean;
  /** It was searched for. */
  isSought?: boolean;
};

/** Id of the element that shows a message. */
export const messageElementId = (id: string) => `message-${id}`;

export function MessageBubble({ message, startsGroup, isSought }: Props) {
  const t = useTranslations('conversations');
  const format = useFormatter();
  const { conversationId } = useThreadWorld();
  const { reply } = useMessageActions();
  const [opened, setOpened] = useState(false);
  const waiting = useWaiting(message.id);
  const ours = message.direction === 'out';
  const at = new Date(message.at);
  const { replyTo, reactions } = message;
  return (
    <div
      id={messageElementId(message.id)}
      className={styles.row}
      data-ours={ours || undefined}
      data-starts={startsGroup || undefined}
      data-sought={isSought || undefined}
    >
      {startsGroup && ours && (
        <span className={styles.author}>
          {message.author.kind === 'person' && message.author.name && (
            <PersonAvatar name={message.author.name} size={18} />
          )}
          {message.author.name ?? t('phoneApp')}
        </span>
      )}
      <PullToAnswer onAnswer={reply && mayBeAnswered(message) ? () => reply(message) : undefined}>
        <div className={styles.bubble}>
          {replyTo && <QuotedMessage replyTo={replyTo} />}
          <MessageContent message={message} />
          <div className={styles.foot}>
            <EditedMark message={message} />
            <AuthorGlyph message={message} />
            <time
              dateTime={message.at}
              title={format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' })}
            >
              {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
            </time>
            {ours && <Tick state={message.state} onOpen={waiting ? undefined : () => setOpened(true)} />}
          </div>
        </div>
        {!waiting && <MessageMenu message={message} onDetails={ours ? () => setOpened(true) : undefined} />}
      </PullToAnswer>
      {reactions.length > 0 && (
        <span className={styles.reactions}>{reactions.map((reaction) => reaction.emoji).join(' ')}</span>
      )}
      {ours && message.state === 'uncertain' && (
        <UncertainNote conversationId={conversationId} message={message} />
      )}
      {waiting && <WaitingNote waiting={waiting} />}
      {message.state === 'failed' && !waiting && <FailureNote message={message} />}
      {opened && (
        <MessageHistoryDialog
          conversationId={conversationId}
          messageId={message.id}
          onClose={() => setOpened(false)}
        />
      )}
    </div>
  );
}

/** Who or what wrote it, when it was no person: by a glyph, not by colour alone. */
function AuthorGlyph({ message }: { message: Message }) {
  const t = useTranslations('conversations.by');
  const [label, Icon] = message.campaignId
    ? [t('campaign'), IconSpeakerphone]
    : message.author.kind === 'automation'
      ? [t('automation'), IconRobot]
      : message.author.kind === 'api_key'
        ? [t('api'), IconApi]
        : message.author.kind === 'phone_app'
          ? [t('phoneApp'), IconDeviceMobile]
          : [null, null];
  if (!Icon) return null;
  return (
    <Tooltip label={label}>
      <span className={styles.glyph}>
        <Icon size={13} aria-hidden />
        <VisuallyHidden>{label}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** How far it got; a click tells all that is known of it. */
function Tick({ state, onOpen }: { state: Message['state']; onOpen: (() => void) | undefined }) {
  const t = useTranslations('conversations.state');
  const open = useTranslations('messageHistory');
  const Icon = tickIcon(state);
  return (
    <Tooltip label={t(state)}>
      <UnstyledButton
        className={styles.tick}
        data-read={state === 'read' || undefined}
        data-failed={state === 'failed' || undefined}
        aria-label={open('open', { state: t(state) })}
        disabled={!onOpen}
        onClick={onOpen}
      >
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}
