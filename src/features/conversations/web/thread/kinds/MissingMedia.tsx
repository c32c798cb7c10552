// In place of a file that is not here: on its way, or why it did not come, with another try.
import { Anchor, Loader } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Message } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './media.module.css';

export function WaitingMedia() {
  const t = useTranslations('threadMedia');
  return (
    <span className={styles.muted}>
      <Loader size={12} /> {t('waiting')}
    </span>
  );
}

export function MissingMedia({ message }: { message: Message }) {
  const t = useTranslations('threadMedia');
  const mayWrite = usePermission('chats:write');
  const again = useMutation(
    api.conversations.fetchMedia.mutationOptions({ onError: (error) => toastFailed(error) }),
  );
  return (
    <span className={styles.muted}>
      <IconPhotoOff size={15} aria-hidden /> {message.media?.failure ?? t('missing')}{' '}
      {message.media && mayWrite && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          disabled={again.isPending}
          onClick={() => again.mutate({ id: message.id })}
        >
          {t('again')}
        </Anchor>
      )}
    </span>
  );
}
