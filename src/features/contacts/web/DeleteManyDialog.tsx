// Asks before many contacts are deleted with everything of theirs: shows what goes, and has their number typed.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ContactSelection } from '#features/contacts/contact-filter.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { DeletionCounts } from './DeletionCounts.tsx';

type Props = { selection: ContactSelection; onClose: () => void; onGone: () => void };

export function DeleteManyDialog({ selection, onClose, onGone }: Props) {
  const t = useTranslations('contactDeletion');
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const preview = useQuery({
    ...api.contacts.deletionOfMany.queryOptions({ input: { selection } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const count = preview.data?.contacts ?? 0;
  const remove = useMutation({
    mutationFn: () => client.contacts.deleteMany({ selection }),
    onSuccess: async ({ affected }) => {
      toastDone(t('many.done', { count: affected }));
      onClose();
      onGone();
      await Promise.all(
        [api.contacts, api.conversations, api.lists, api.tags, api.tickets].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
    },
  });
  const agreed = preview.data !== undefined && count > 0 && typed.replace(/[\s.,’']/g, '') === String(count);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agreed) remove.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={preview.data ? t('many.title', { count }) : t('many.counting')}>
      <form onSubmit={submit}>
        <FormFailure error={remove.error ?? preview.error} shownAtFields={[]} />
        <Text size="sm">{t('many.text')}</Text>
        {!preview.error && <DeletionCounts counts={preview.data?.counts} />}
        <Text size="sm" c="dimmed" mb="md">
          {t('many.stays')}
        </Text>
        <TextInput
          label={t('many.type', { count: String(count) })}
          data-autofocus
          autoComplete="off"
          inputMode="numeric"
          disabled={!preview.data}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('many.keep')}
          </Button>
          <Button type="submit" color="red.8" disabled={!agreed} loading={remove.isPending}>
            {t('many.confirm', { count })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
