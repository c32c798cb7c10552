// The chat with the contact that was chosen, beside the deal; or the way to begin one.
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { NoThread } from '#features/conversations/web/NoThread.tsx';
import { Thread } from '#features/conversations/web/Thread.tsx';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';

type Props = { contact: Deal['contacts'][number] | undefined; onClose: () => void };

export function DealChat({ contact, onClose }: Props) {
  const t = useTranslations('dealPage');
  const mayRead = usePermission('chats:read');
  const mayBegin = usePermission('chats:write');
  const found = useQuery({
    ...api.conversations.list.queryOptions({
      input: { contactId: contact?.id ?? '', show: 'any', limit: 1 },
    }),
    enabled: mayRead && contact !== undefined,
  });
  const conversationId = found.data?.items[0]?.id;
  if (conversationId) return <Thread key={conversationId} id={conversationId} onClose={onClose} />;
  if (!contact) return <NoThread title={t('noContacts')} />;
  if (mayRead && !found.data) return null;
  const begin = {
    contactId: contact.id,
    label: t('startChat'),
    asksAgain: api.conversations.list.key(),
  };
  return (
    <NoThread
      title={t('noChat', { name: contact.name })}
      text={t('noChatText')}
      begin={mayBegin ? begin : undefined}
    />
  );
}
