// The chat with the contact that was chosen, beside the deal; or the way to begin one.
import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Thread } from '#features/conversations/web/Thread.tsx';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './DealPage.module.css';

type Contact = Deal['contacts'][number];
type Props = { contact: Contact | undefined; onClose: () => void };

export function DealChat({ contact, onClose }: Props) {
  const mayRead = usePermission('chats:read');
  const found = useQuery({
    ...api.conversations.list.queryOptions({
      input: { contactId: contact?.id ?? '', show: 'any', limit: 1 },
    }),
    enabled: mayRead && contact !== undefined,
  });
  const conversationId = found.data?.items[0]?.id;
  return (
    <div className={styles.chat}>
      {conversationId ? (
        <Thread key={conversationId} id={conversationId} onClose={onClose} />
      ) : (
        (!contact || !mayRead || found.data) && <NoChat contact={contact} />
      )}
    </div>
  );
}

function NoChat({ contact }: { contact: Contact | undefined }) {
  const t = useTranslations('dealPage');
  const queryClient = useQueryClient();
  const mayBegin = usePermission('chats:write');
  const begin = useMutation({
    mutationFn: (contactId: string) => client.conversations.open({ contactId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.conversations.list.key() }),
    onError: (error) => toastFailed(error),
  });
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={IconMessages}
        title={contact ? t('noChat', { name: contact.name }) : t('noContacts')}
        text={contact ? t('noChatText') : undefined}
        action={
          contact &&
          mayBegin && (
            <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate(contact.id)}>
              {t('startChat')}
            </Button>
          )
        }
      />
    </div>
  );
}
