// The person of the open conversation: who they are, what they agreed to, and what there was between us.
import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { ConsentSection } from '#features/contacts/web/ConsentSection.tsx';
import { ContactFacts } from '#features/contacts/web/ContactFacts.tsx';
import { ContactLabels } from '#features/contacts/web/ContactLabels.tsx';
import { ContactMenu } from '#features/contacts/web/ContactMenu.tsx';
import { useContactActions } from '#features/contacts/web/contact-actions.ts';
import { ContactState } from '#features/contacts/web/contact-columns.tsx';
import type { SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { ContactDeals } from '#features/deals/web/ContactDeals.tsx';
import { ContactTickets } from '#features/tickets/web/ContactTickets.tsx';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { Attachments } from './Attachments.tsx';
import { CampaignsReceived } from './CampaignsReceived.tsx';
import { CardDetails } from './CardDetails.tsx';
import styles from './card.module.css';
import { OtherConversations } from './OtherConversations.tsx';

export type CardProps = {
  conversationId: string;
  setSearch: SetInboxSearch;
  /** Beside the name: closes the card. */
  close: ReactNode;
};

export function ContactCard({ conversationId, setSearch, close }: CardProps) {
  const conversation = useQuery(api.conversations.get.queryOptions({ input: { id: conversationId } }));
  const id = conversation.data?.contact.id;
  const contact = useQuery({
    ...api.contacts.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  const error = conversation.error ?? contact.error;
  if (contact.data)
    return (
      <Loaded
        key={contact.data.id}
        contact={contact.data}
        conversationId={conversationId}
        setSearch={setSearch}
        close={close}
      />
    );
  return (
    <>
      <header className={styles.head}>
        <span className={styles.name}>{conversation.data?.contact.name}</span>
        <div className={styles.actions}>{close}</div>
      </header>
      {error ? <ErrorState error={error} onRetry={() => void contact.refetch()} /> : <SkeletonCard />}
    </>
  );
}

type LoadedProps = CardProps & { contact: Contact };

function Loaded({ contact, conversationId, setSearch, close }: LoadedProps) {
  const t = useTranslations('contacts');
  const card = useTranslations('contactCard');
  const id = useId();
  const mayWrite = usePermission('contacts:write');
  const actions = useContactActions();
  // The conversation may have become part of another one of the same person.
  const follow = async (contactId: string) => {
    try {
      await client.conversations.get({ id: conversationId });
    } catch {
      const { items } = await client.conversations.list({ contactId, show: 'any', limit: 1 });
      setSearch({ open: items[0]?.id ?? null, at: null });
    }
  };
  return (
    <>
      <header className={styles.head}>
        <PersonAvatar name={contact.displayName} size={36} />
        <div className={styles.who}>
          <h2 id={id} className={styles.name}>
            {contact.displayName}
          </h2>
          <ContactState contact={contact} />
        </div>
        <div className={styles.actions}>
          <ContactMenu
            contact={contact}
            onGone={() => setSearch({ open: null, at: null, card: null })}
            onMerged={(one) => void follow(one)}
          />
          {close}
        </div>
      </header>
      <section className={styles.content} aria-labelledby={id}>
        {contact.blockedAt && (
          <div className={styles.blocked}>
            {t('panel.blockedNote')}
            {mayWrite && (
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => void actions.unblock({ ids: [contact.id] })}
              >
                {t('bulk.unblock')}
              </Button>
            )}
          </div>
        )}
        <section className={styles.section} aria-label={card('details')}>
          <CardDetails contact={contact} />
        </section>
        <section className={styles.section} aria-label={t('panel.groups')}>
          <Stack gap={10}>
            <ContactLabels contact={contact} kind="tags" disabled={!mayWrite} />
            <ContactLabels
              contact={contact}
              kind="lists"
              disabled={!mayWrite || contact.blockedAt !== null}
            />
          </Stack>
        </section>
        <ContactDeals className={styles.section} contact={{ id: contact.id, name: contact.displayName }} />
        <div className={styles.section}>
          <ContactTickets contactId={contact.id} conversationId={conversationId} />
        </div>
        <div className={styles.section}>
          <ConsentSection contact={contact} />
        </div>
        <Attachments conversationId={conversationId} setSearch={setSearch} />
        <OtherConversations contactId={contact.id} conversationId={conversationId} setSearch={setSearch} />
        <CampaignsReceived contactId={contact.id} />
        <div className={styles.section}>
          <ContactFacts contact={contact} />
        </div>
      </section>
    </>
  );
}

function SkeletonCard() {
  return (
    <div className={styles.content} aria-hidden>
      <Stack gap="md">
        {[70, 55, 85, 60, 75, 50].map((width) => (
          <Skeleton key={width} height={14} width={`${width}%`} />
        ))}
      </Stack>
    </div>
  );
}
