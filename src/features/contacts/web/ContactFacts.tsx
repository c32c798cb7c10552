// What is known of a contact and not for changing: WhatsApp's names, when they wrote, how they came.
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import styles from './Contacts.module.css';
import { useSourceName } from './contact-columns.tsx';

export function ContactFacts({ contact }: { contact: Contact }) {
  const t = useTranslations('contacts.panel');
  const sourceOf = useSourceName();
  const facts = [
    [t('whatsappName'), contact.profileName],
    [t('username'), contact.username && `@${contact.username}`],
    [t('userId'), contact.userId],
    [t('lastInbound'), contact.lastInboundAt && <RelativeTime at={contact.lastInboundAt} />],
    [t('lastOutbound'), contact.lastOutboundAt && <RelativeTime at={contact.lastOutboundAt} />],
    [t('source'), sourceOf(contact.source)],
    [t('added'), <RelativeTime key="added" at={contact.createdAt} />],
  ] as const;
  return (
    <section className={styles.section}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
