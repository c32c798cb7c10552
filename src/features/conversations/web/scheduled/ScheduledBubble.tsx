// One message that is to be sent later: its words, its time, whose it is, and what one can do; refused, the reason.
import { Anchor } from '@mantine/core';
import { IconClock, IconPaperclip, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import type { ScheduledMessage } from '#features/conversations/scheduled/scheduled.contract.ts';
import { TemplateDialog } from '#features/conversations/web/composer/templates/TemplateDialog.tsx';
import bubble from '#features/conversations/web/thread/bubble.module.css';
import { refusalInWords } from '#web/api-failure.ts';
import { usePermission } from '#web/session.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { EditScheduled } from './EditScheduled.tsx';
import styles from './scheduled.module.css';
import { useScheduledMoves } from './use-scheduled.ts';

type Props = { conversation: Conversation; message: ScheduledMessage };

export function ScheduledBubble({ conversation, message }: Props) {
  const t = useTranslations('scheduled');
  const format = useFormatter();
  const mayWrite = usePermission('chats:write');
  const { author, state, windowOpen, template } = message;
  const time = format.dateTime(new Date(message.sendAt), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <div className={bubble.row} data-ours data-starts>
      <span className={bubble.author}>
        {author.name && <PersonAvatar name={author.name} size={18} />}
        {t('by', { name: author.name ?? '' })}
      </span>
      <article className={bubble.line}>
        <div className={`${bubble.bubble} ${styles.bubble}`}>
          <Content message={message} />
          <div className={bubble.foot}>
            <IconClock size={13} aria-hidden />
            <time dateTime={message.sendAt}>{time}</time>
          </div>
        </div>
      </article>
      {state === 'refused' ? (
        <Refused message={message} time={time} />
      ) : (
        !windowOpen && !template && <p className={styles.note}>{t('willBeClosed')}</p>
      )}
      {mayWrite && <Moves conversation={conversation} message={message} />}
    </div>
  );
}

function Content({ message: { answer, file, template } }: Pick<Props, 'message'>) {
  const t = useTranslations('scheduled');
  const text = template ? template.text : (answer?.text ?? '');
  const rows = answer?.list?.sections.flatMap((section) => section.rows);
  const titles = (answer?.buttons ?? rows ?? []).map((one) => one.title).join(' · ');
  return (
    <>
      {template && (
        <div className={styles.part}>
          <IconTemplate size={14} aria-hidden /> {t('template', { name: template.name })}
        </div>
      )}
      {file && (
        <div className={styles.part}>
          <IconPaperclip size={14} aria-hidden /> {file.name}
        </div>
      )}
      {text !== '' && <FormattedText text={text} />}
      {titles !== '' && (
        <div className={styles.part}>
          {answer?.buttons ? t('buttons', { titles }) : t('list', { titles })}
        </div>
      )}
    </>
  );
}

function Refused({ message: { failure }, time }: Pick<Props, 'message'> & { time: string }) {
  const t = useTranslations('scheduled');
  const key = `reason.${failure?.code}` as 'reason.window_closed';
  const reason = t.has(key) ? t(key) : refusalInWords(failure?.text ?? '');
  return (
    <p className={styles.refused} role="status">
      {t('refused', { time, reason })}
    </p>
  );
}

function Moves({ conversation, message }: Props) {
  const t = useTranslations('scheduled');
  const [editing, setEditing] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { busy, send, cancel } = useScheduledMoves(conversation.id, message);
  const code = message.failure?.code;
  return (
    <div className={styles.moves}>
      {code === 'window_closed' ? (
        <Move onUse={() => setChoosing(true)}>{t('useTemplate')}</Move>
      ) : code === 'contact_unsubscribed' ? (
        <Move busy={busy} onUse={() => send(true)}>
          {t('sendAnyway')}
        </Move>
      ) : (
        <Move busy={busy} onUse={() => send()}>
          {t('sendNow')}
        </Move>
      )}
      <Move onUse={() => setEditing(true)}>{t('edit')}</Move>
      <Move busy={busy} onUse={cancel}>
        {message.state === 'refused' ? t('discard') : t('cancel')}
      </Move>
      {editing && (
        <EditScheduled conversation={conversation} message={message} onClose={() => setEditing(false)} />
      )}
      {choosing && <TemplateDialog conversation={conversation} onClose={() => setChoosing(false)} />}
    </div>
  );
}

type MoveProps = { busy?: boolean; onUse: () => void; children: string };

function Move({ busy = false, onUse, children }: MoveProps) {
  return (
    <Anchor component="button" type="button" size="xs" disabled={busy} onClick={onUse}>
      {children}
    </Anchor>
  );
}
