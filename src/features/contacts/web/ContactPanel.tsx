// One contact beside the list: everything known of it, to read and to change.
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { ContactDeals } from '#features/deals/web/ContactDeals.tsx';
import type { Field } from '#features/fields/fields.contract.ts';
import { ContactTickets } from '#features/tickets/web/ContactTickets.tsx';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { ConsentSection } from './ConsentSection.tsx';
import { ContactFacts } from './ContactFacts.tsx';
import { asSent, asTyped, type ContactDraft, ContactInputs, CustomInputs } from './ContactFields.tsx';
import { ContactLabels } from './ContactLabels.tsx';
import { ContactMenu } from './ContactMenu.tsx';
import styles from './Contacts.module.css';
import { ContactState } from './contact-columns.tsx';

type Props = { id: string; onClose: () => void; onMerged: (id: string) => void };

export function ContactPanel({ id, onClose, onMerged }: Props) {
  const contact = useQuery(api.contacts.get.queryOptions({ input: { id } }));
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  if (contact.data && fields.data)
    return (
      <Loaded
        contact={contact.data}
        fields={fields.data.items.filter((field) => field.shown)}
        onClose={onClose}
        onMerged={onMerged}
      />
    );
  const error = contact.error ?? fields.error;
  return (
    <SidePanel title=" " onClose={onClose}>
      {error === null ? (
        <Stack gap="sm">
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={36} />
          ))}
        </Stack>
      ) : (
        <ErrorState error={error} onRetry={() => void contact.refetch()} />
      )}
    </SidePanel>
  );
}

function draftOf(contact: Contact, fields: readonly Field[]): ContactDraft {
  return {
    phone: contact.phone ?? '',
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.email ?? '',
    language: contact.language ?? '',
    notes: contact.notes,
    fields: Object.fromEntries(
      fields.map((field) => [field.code, asTyped(field, contact.fields[field.code])]),
    ),
  };
}

type LoadedProps = Omit<Props, 'id'> & { contact: Contact; fields: Field[] };

function Loaded({ contact, fields, onClose, onMerged }: LoadedProps) {
  const t = useTranslations('contacts');
  const mayWrite = usePermission('contacts:write');
  const queryClient = useQueryClient();
  const kept = draftOf(contact, fields);
  /** Only what was touched: what others change meanwhile is shown, and not overwritten. */
  const [touched, setTouched] = useState<Partial<ContactDraft>>({});
  const draft: ContactDraft = { ...kept, ...touched, fields: { ...kept.fields, ...touched.fields } };
  const changes = differences(kept, draft, fields);
  const save = useMutation({
    mutationFn: () => client.contacts.update({ id: contact.id, ...changes }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(api.contacts.get.queryKey({ input: { id: contact.id } }), saved);
      setTouched({});
      toastDone(t('form.saved'));
      await queryClient.invalidateQueries({ queryKey: api.contacts.key() });
    },
  });
  const change = (next: ContactDraft) => {
    const { fields: typed, ...plain } = next;
    const changed = Object.fromEntries(
      Object.entries(plain).filter(([name, value]) => value !== kept[name as keyof typeof plain]),
    );
    const codes = Object.fromEntries(
      Object.entries(typed).filter(([code, value]) => value !== kept.fields[code]),
    );
    setTouched({ ...changed, ...(Object.keys(codes).length > 0 ? { fields: codes } : {}) });
  };
  const isDirty = Object.keys(changes).length > 0;
  const shownAtFields = [
    'phone',
    'firstName',
    'lastName',
    'email',
    'language',
    ...fields.map((f) => `fields.${f.code}`),
  ];
  const inputs = { draft, onChange: change, error: save.error, disabled: !mayWrite };

  return (
    <SidePanel
      title={contact.displayName}
      badge={<ContactState contact={contact} />}
      actions={<ContactMenu contact={contact} onGone={onClose} onMerged={onMerged} />}
      onClose={onClose}
      foot={
        !isDirty ? undefined : (
          <Group justify="flex-end" gap="sm">
            <Button
              variant="default"
              onClick={() => {
                setTouched({});
                save.reset();
              }}
            >
              {t('form.discard')}
            </Button>
            <Button loading={save.isPending} onClick={() => save.mutate()}>
              {t('form.save')}
            </Button>
          </Group>
        )
      }
    >
      {contact.blockedAt && <p className={styles.note}>{t('panel.blockedNote')}</p>}
      <section className={styles.section}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={shownAtFields} />
          <ContactInputs {...inputs} />
        </Stack>
      </section>
      {fields.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('panel.fields')}</h3>
          <CustomInputs {...inputs} fields={fields} />
        </section>
      )}
      <section className={styles.section}>
        <Stack gap="sm">
          <ContactLabels contact={contact} kind="tags" disabled={!mayWrite} />
          <ContactLabels contact={contact} kind="lists" disabled={!mayWrite || contact.blockedAt !== null} />
        </Stack>
      </section>
      <ConsentSection contact={contact} />
      <ContactDeals className={styles.section} contact={{ id: contact.id, name: contact.displayName }} />
      <section className={styles.section}>
        <ContactTickets contactId={contact.id} />
      </section>
      <ContactFacts contact={contact} />
    </SidePanel>
  );
}

type Changes = Omit<Parameters<typeof client.contacts.update>[0], 'id'>;

function differences(kept: ContactDraft, draft: ContactDraft, fields: readonly Field[]): Changes {
  const { fields: typed, ...plain } = draft;
  const changes: Changes = Object.fromEntries(
    Object.entries(plain).filter(([name, value]) => value !== kept[name as keyof typeof plain]),
  );
  const codes = fields.filter((field) => typed[field.code] !== kept.fields[field.code]);
  if (codes.length > 0)
    changes.fields = Object.fromEntries(
      codes.map((field) => [field.code, asSent(field, typed[field.code] ?? '')]),
    );
  return changes;
}
