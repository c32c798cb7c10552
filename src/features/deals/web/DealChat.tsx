// The chat with the contact that was chosen, beside the deal; or the way to begin one.
import { Select, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { NoThread } from '#features/conversations/web/NoThread.tsx';
import { Thread } from '#features/conversations/web/Thread.tsx';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './DealChat.module.css';

type Props = { contact: Deal['contacts'][number] | undefined; onClose: () => void };

/** A contact has a conversation with each of our numbers at most. */
const MOST = 20;

export function DealChat({ contact, onClose }: Props) {
  const t = useTranslations('dealPage');
  const mayRead = usePermission('chats:read');
  const mayBegin = usePermission('chats:write');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery({
    ...api.conversations.list.queryOptions({
      input: { contactId: contact?.id ?? '', show: 'any', limit: MOST },
    }),
    enabled: mayRead && contact !== undefined,
  });
  if (!contact) return <NoThread title={t('noContacts')} />;
  if (mayRead && !found.data)
    return found.error ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ThreadLines />
    );
  const conversations = found.data?.items ?? [];
  const shown = conversations.find(({ id }) => id === chosen) ?? conversations[0];
  if (shown)
    return (
      <>
        {conversations.length > 1 && (
          <NumberChoice conversations={conversations} shown={shown.id} onChoose={setChosen} />
        )}
        <Thread key={shown.id} id={shown.id} onClose={onClose} />
      </>
    );
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

type ChoiceProps = { conversations: Conversation[]; shown: string; onChoose: (id: string) => void };

function NumberChoice({ conversations, shown, onChoose }: ChoiceProps) {
  const t = useTranslations('dealPage');
  const mayNumbers = usePermission('numbers:read');
  const numbers = useQuery({
    ...api.numbers.list.queryOptions({ input: { limit: 200 } }),
    enabled: mayNumbers,
  });
  const nameOf = (id: string) => {
    const number = numbers.data?.items.find((one) => one.id === id);
    return number ? [number.displayName, number.phone].filter(Boolean).join(' · ') : t('anotherNumber');
  };
  return (
    <div className={styles.numbers}>
      <Select
        size="xs"
        aria-label={t('number')}
        data={conversations.map(({ id, numberId }) => ({ value: id, label: nameOf(numberId) }))}
        value={shown}
        allowDeselect={false}
        onChange={(id) => id && onChoose(id)}
      />
    </div>
  );
}

/** Lines where the chat will be. */
function ThreadLines() {
  return (
    <Stack p="md" gap="md" aria-hidden>
      <Skeleton height={32} width={220} />
      <Skeleton height={44} width="55%" />
      <Skeleton height={44} width="45%" ml="auto" />
      <Skeleton height={44} width="60%" />
    </Stack>
  );
}
