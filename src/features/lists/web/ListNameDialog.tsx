// Names a new list, or renames one.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { OriginSelect } from '#features/guardian/web/OriginSelect.tsx';
import type { List } from '#features/lists/lists.contract.ts';
import { api, client } from '#web/api.ts';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { toastDone } from '#web/ui/toast.tsx';

/** Without a list, a new one is made. */
export function ListNameDialog({ list, onClose }: { list: List | null; onClose: () => void }) {
  const t = useTranslations('lists');
  const queryClient = useQueryClient();
  const [origin, setOrigin] = useState(list?.origin ?? null);
  const save = useMutation({
    mutationFn: (name: string) =>
      list
        ? client.lists.update({ id: list.id, name, ...(origin ? { origin } : {}) })
        : client.lists.create({ name, origin }),
    onSuccess: async (saved) => {
      toastDone(list ? t('renamed') : t('made', { name: saved.name }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.lists.key() });
    },
  });
  return (
    <NameDialog
      title={list ? t('rename') : t('new')}
      labels={{ name: t('name'), save: list ? t('save') : t('create') }}
      name={list?.name ?? ''}
      maxLength={100}
      error={save.error}
      busy={save.isPending}
      onSave={(name) => save.mutate(name)}
      onClose={onClose}
    >
      <OriginSelect value={origin} onChange={setOrigin} />
    </NameDialog>
  );
}
