// The contacts of a deal: whose chat is shown, who is taken off, who is added.
import { ActionIcon, Button } from '@mantine/core';
import { IconExternalLink, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { usePermission } from '#web/session.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import section from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import { type ChosenContact, ContactsField } from './ContactsField.tsx';
import styles from './DealContacts.module.css';
import { useDealChange } from './use-deal-change.ts';

type Props = { deal: Deal; chosen: string | undefined; onChoose: (contactId: string) => void };

export function DealContacts({ deal, chosen, onChoose }: Props) {
  const t = useTranslations('dealPage');
  const words = useTranslations('ui');
  const mayWrite = usePermission('deals:write');
  const [adding, setAdding] = useState(false);
  /** Who was picked and is not on the deal yet: on the way there, or refused. */
  const [picked, setPicked] = useState<ChosenContact[]>([]);
  const change = useDealChange(deal.id, adding ? ['contactIds'] : []);
  const { contacts } = deal;
  const save = (ids: string[], onSuccess?: () => void) =>
    change.mutate({ contactIds: ids }, onSuccess && { onSuccess });
  const stop = () => {
    setAdding(false);
    setPicked([]);
    change.reset();
  };
  return (
    <RecordSection
      title={t('contacts')}
      action={
        mayWrite &&
        !adding && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('addContact')}
          </Button>
        )
      }
    >
      <ul className={styles.contacts}>
        {contacts.map((contact) => (
          <li key={contact.id} data-chosen={contact.id === chosen || undefined}>
            <button
              type="button"
              className={styles.contact}
              aria-pressed={contact.id === chosen}
              onClick={() => onChoose(contact.id)}
            >
              <PersonAvatar name={contact.name} size={28} />
              <span className={styles.contactName}>
                {contact.name}
                {contact.phone && contact.phone !== contact.name && (
                  <small className="figures">{contact.phone}</small>
                )}
              </span>
            </button>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('openContact', { name: contact.name })}
              renderRoot={(props) => <Link to="/contacts" search={{ open: contact.id }} {...props} />}
            >
              <IconExternalLink size={15} />
            </ActionIcon>
            {mayWrite && contacts.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={change.isPending}
                aria-label={t('removeContact', { name: contact.name })}
                onClick={() => save(contacts.map((one) => one.id).filter((one) => one !== contact.id))}
              >
                <IconX size={15} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {contacts.length === 0 && <p className={section.none}>{t('noContacts')}</p>}
      {adding && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field within
        <div className={styles.adding} onKeyDown={(event) => isLeft(event) && stop()}>
          <ContactsField
            value={[...contacts, ...picked.filter(({ id }) => !contacts.some((one) => one.id === id))]}
            focus="now"
            error={fieldError(change.error, 'contactIds')}
            onChange={(next) => {
              setPicked(next.filter(({ id }) => !contacts.some((one) => one.id === id)));
              if (next.length > 0)
                save(
                  next.map(({ id }) => id),
                  stop,
                );
            }}
          />
          <Button variant="default" onClick={stop}>
            {words('cancel')}
          </Button>
        </div>
      )}
    </RecordSection>
  );
}

/** By Escape in the field itself, unless that closes its list of choices. */
function isLeft({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): boolean {
  if (key !== 'Escape' || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return false;
  return target.getAttribute('aria-expanded') !== 'true';
}
