// Below a message of which nobody knows whether it left: what is known, and what one can do.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { useRefreshThread } from '#features/conversations/web/use-thread.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './bubble.module.css';

type Props = { conversationId: string; message: Message };

export function UncertainNote({ conversationId, message }: Props) {
  const t = useTranslations('uncertainNote');
  const format = useFormatter();
  const mayWrite = usePermission('chats:write');
  const refresh = useRefreshThread();
  const settle = useMutation(
    api.conversations.settleUncertain.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: refresh,
    }),
  );
  const decide = (decision: 'send_again' | 'leave') =>
    settle.mutate({ id: conversationId, messageId: message.id, decision });
  const sendAgain = async () => {
    const yes = await confirm({
      title: t('sendAgainTitle'),
      text: t('sendAgainText'),
      confirm: t('sendAgain'),
      danger: true,
    });
    if (yes) decide('send_again');
  };
  const { waitsUntil } = message;
  return (
    <div className={styles.uncertain}>
      <p>
        {waitsUntil
          ? t('waiting', {
              time: format.dateTime(new Date(waitsUntil), { hour: '2-digit', minute: '2-digit' }),
            })
          : t('left')}
      </p>
      {mayWrite && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={settle.isPending}
          onClick={() => void sendAgain()}
        >
          {t('sendAgain')}
        </Button>
      )}
      {mayWrite && waitsUntil && (
        <Button size="compact-xs" variant="subtle" loading={settle.isPending} onClick={() => decide('leave')}>
          {t('leave')}
        </Button>
      )}
    </div>
  );
}
