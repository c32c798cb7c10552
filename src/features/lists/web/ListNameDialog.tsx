// Names a new list, or renames one.

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { OriginSelect } from '#features/guardian/web/OriginSelect.tsx';
import type { List } from '#features/lists/lists.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';

/** Without a list, a new one is made. */
export function ListNameDialog({ list, onClose }: { list: List | null; onClose: () => void }) {
  const t = useTranslations('lists');
  const queryClient = useQueryClient();
  const [name, setName] = useState(list?.name ?? '');
  const [origin, setOrigin] = useState(list?.origin ?? null);
  const save = useMutation({
    mutationFn: () =>
      list
        ? client.lists.update({ id: list.id, name: name.trim(), ...(origin ? { origin } : {}) })
        : client.lists.create({ name: name.trim(), origin }),
    onSuccess: async (saved) => {
      toastDone(list ? t('renamed') : t('made', { name: saved.name }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.lists.key() });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title={list ? t('rename') : t('new')}>
      <form onSubmit={submit}>
        <Stack>
          <FormFailure error={save.error} shownAtFields={['name']} />
          <TextInput
            label={t('name')}
            value={name}
            maxLength={100}
            data-autofocus
            error={fieldError(save.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <OriginSelect value={origin} onChange={setOrigin} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {list ? t('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
