// Contact cards that were sent: who it is, how to reach them, and a way to keep them as contacts of ours.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { usePermission } from '#web/session.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import type { ContactCard } from '#whatsapp/outgoing-message.ts';
import styles from './kinds.module.css';
import { type Content, parts, webLink } from './read-content.ts';

export function ContactCards({ content }: { content: Content }) {
  const cards = parts(content, 'contacts') as unknown as ContactCard[];
  return (
    <div className={styles.cards}>
      {cards.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards of one message never change their order
        <Card key={at} card={card} />
      ))}
    </div>
  );
}

function Card({ card }: { card: ContactCard }) {
  const mayWrite = usePermission('contacts:write');
  const name = card.name?.formatted ?? '';
  const { organization: company } = card;
  const phone = card.phones?.map((one) => one.waId ?? one.phone).find(Boolean);
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <PersonAvatar name={name || '?'} size={36} />
        <div>
          <strong>{name}</strong>
          {company && (
            <div className={styles.detail}>
              {[company.title, company.department, company.company].filter(Boolean).join(', ')}
            </div>
          )}
        </div>
      </div>
      {card.phones?.map((one) => (
        <div key={one.phone} className={`${styles.detail} figures`}>
          {one.phone}
        </div>
      ))}
      {card.emails?.map((one) => (
        <div key={one.email} className={styles.detail}>
          {one.email}
        </div>
      ))}
      {card.addresses?.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the addresses of a card never change their order
        <div key={at} className={styles.detail}>
          {[one.street, one.zip, one.city, one.state, one.country].filter(Boolean).join(', ')}
        </div>
      ))}
      {card.urls?.map(({ url }) => {
        const link = webLink(url);
        return link ? (
          <a key={url} className={styles.detail} href={link} target="_blank" rel="noreferrer noopener">
            {url}
          </a>
        ) : null;
      })}
      {mayWrite && phone && <Keep card={card} phone={phone} />}
    </div>
  );
}

/** WhatsApp's own ids of people are numbers without the plus. */
function internationalOf(phone: string): string {
  return phone.startsWith('+') ? phone : `+${phone.replace(/\D/g, '')}`;
}

function namesOf({ name }: ContactCard): { firstName: string; lastName?: string } {
  return name?.first
    ? { firstName: name.first, ...(name.last ? { lastName: name.last } : {}) }
    : { firstName: name?.formatted ?? '' };
}

function Keep({ card, phone }: { card: ContactCard; phone: string }) {
  const t = useTranslations('threadKinds');
  const [contactId, setContactId] = useState<string>();
  const keep = useMutation(
    api.contacts.create.mutationOptions({
      onSuccess: ({ id }) => setContactId(id),
      onError: (error) => {
        const { code, details } = toApiFailure(error);
        if (code === 'contact_exists' && typeof details.contactId === 'string')
          setContactId(details.contactId);
        else toastFailed(error);
      },
    }),
  );
  if (contactId)
    return (
      <Button component="a" href={`/contacts?open=${contactId}`} size="compact-sm" variant="subtle">
        {t('openCard')}
      </Button>
    );
  return (
    <Button
      size="compact-sm"
      variant="light"
      loading={keep.isPending}
      onClick={() => keep.mutate({ phone: internationalOf(phone), ...namesOf(card) })}
    >
      {t('keepCard')}
    </Button>
  );
}
