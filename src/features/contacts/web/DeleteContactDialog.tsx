// Asks before a contact is deleted with everything of theirs: shows what goes, and has the name typed.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { DeletionCounts } from './DeletionCounts.tsx';

type Props = { contact: Contact; onClose: () => void; onGone: () => void };

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

export function DeleteContactDialog({ contact, onClose, onGone }: Props) {
  const t = useTranslations('contactDeletion');
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const { id, displayName } = contact;
  const preview = useQuery({ ...api.contacts.deletion.queryOptions({ input: { id } }), staleTime: 0 });
  const remove = useMutation({
    mutationFn: () => client.contacts.delete({ id }),
    onSuccess: async () => {
      toastDone(t('done', { name: displayName }));
      onClose();
      onGone();
      await Promise.all(
        [api.contacts, api.conversations, api.lists, api.tags, api.tickets].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plain(typed) === plain(displayName)) remove.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title', { name: displayName })}>
      <form onSubmit={submit}>
        <FormFailure error={remove.error ?? preview.error} shownAtFields={[]} />
        <Text size="sm">{t('text')}</Text>
        {!preview.error && <DeletionCounts counts={preview.data?.counts} />}
        <Text size="sm" c="dimmed" mb="md">
          {t('stays')}
        </Text>
        <TextInput
          label={t('type', { name: displayName })}
          data-autofocus
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button
            type="submit"
            color="red.8"
            disabled={plain(typed) !== plain(displayName)}
            loading={remove.isPending}
          >
            {t('confirm')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
