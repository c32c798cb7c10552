// Below a message that failed: why, and the way to send it once more where that can help.
import { Anchor } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { mayBeSentAgain } from '#features/conversations/message-again.contract.ts';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import { useFailureWords } from '#features/sending/web/use-failure-words.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './bubble.module.css';
import { word } from './kinds/read-content.ts';
import { useThreadWorld } from './thread-context.tsx';

export function FailureNote({ message }: { message: Message }) {
  const t = useTranslations('messageMenu');
  const spell = useFailureWords();
  const mayWrite = usePermission('chats:write');
  const { conversationId, jumpTo } = useThreadWorld();
  const afterSending = useAfterSending();
  const again = useMutation(
    api.conversations.sendAgain.mutationOptions({
      onSuccess: afterSending,
      onError: (error) => toastFailed(error),
    }),
  );
  const againId = word(message.content, 'againId');
  return (
    <p className={styles.failure}>
      {message.failure && spell(message.failure)}{' '}
      {againId ? (
        <Anchor component="button" type="button" size="xs" onClick={() => jumpTo(againId)}>
          {t('sentAgain')}
        </Anchor>
      ) : (
        mayWrite &&
        mayBeSentAgain(message) && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            disabled={again.isPending}
            onClick={() => again.mutate({ id: conversationId, messageId: message.id })}
          >
            {t('again')}
          </Anchor>
        )
      )}
    </p>
  );
}
