// Adds a contact by hand.

import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Named } from '#features/tags/tags.contract.ts';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { type ContactDraft, ContactInputs, emptyDraft } from './ContactFields.tsx';
import { NamePicker } from './NamePicker.tsx';

type Props = {
  opened: boolean;
  /** A name or a number to begin with. */
  start?: string;
  onClose: () => void;
  /** Also with the one that has the number already. */
  onMade: (id: string) => void;
};

export function NewContactDialog({ opened, start = '', onClose, onMade }: Props) {
  const t = useTranslations('contacts');
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftFrom(start));
  const [tags, setTags] = useState<Named[]>([]);
  const [lists, setLists] = useState<Named[]>([]);
  const create = useMutation({
    mutationFn: () => {
      const { fields: _fields, ...written } = draft;
      return client.contacts.create({
        ...written,
        tagIds: tags.map((tag) => tag.id),
        listIds: lists.map((list) => list.id),
      });
    },
    onSuccess: async (contact) => {
      toastDone(t('form.created', { name: contact.displayName }));
      close();
      onMade(contact.id);
      await queryClient.invalidateQueries({ queryKey: api.contacts.key() });
    },
  });
  const close = () => {
    onClose();
    setDraft(emptyDraft);
    setTags([]);
    setLists([]);
    create.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It may stand above another form.
    event.stopPropagation();
    create.mutate();
  };
  const existing = existingContact(create.error);
  return (
    <Dialog opened={opened} onClose={close} title={t('new')} size="md">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure
            error={create.error}
            shownAtFields={['phone', 'email', 'language', 'firstName', 'lastName']}
          />
          {existing && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                close();
                onMade(existing);
              }}
            >
              {t('form.open')}
            </Anchor>
          )}
          <ContactInputs draft={draft} onChange={setDraft} error={create.error} />
          <NamePicker kind="tags" label={t('form.tags')} value={tags} onChange={setTags} />
          <NamePicker kind="lists" label={t('form.lists')} value={lists} onChange={setLists} />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={draft.phone.trim() === ''}>
              {t('form.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function draftFrom(text: string): ContactDraft {
  const isNumber = /^\+?[\d\s().-]+$/.test(text);
  return { ...emptyDraft, [isNumber ? 'phone' : 'firstName']: text };
}

/** The contact that has this number already, when the person may see it. */
function existingContact(error: unknown): string | undefined {
  if (!error) return undefined;
  const failure = toApiFailure(error);
  const { contactId } = failure.details as { contactId?: unknown };
  return failure.code === 'contact_exists' && typeof contactId === 'string' ? contactId : undefined;
}
