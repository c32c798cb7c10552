// Names a tag, or merges one into another.

import { Button, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Tag } from '#features/tags/tags.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { NameDialog } from '#web/ui/NameDialog.tsx';
import { toastDone } from '#web/ui/toast.tsx';

/** Without a tag, a new one is made. */
export function TagNameDialog({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  const t = useTranslations('labels.tags');
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) =>
      tag ? client.tags.update({ id: tag.id, name }) : client.tags.create({ name }),
    onSuccess: async () => {
      toastDone(t('saved'));
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.tags.key() });
    },
  });
  return (
    <NameDialog
      title={tag ? t('rename') : t('new')}
      labels={{ name: t('name'), save: tag ? t('save') : t('create') }}
      name={tag?.name ?? ''}
      error={save.error}
      busy={save.isPending}
      onSave={(name) => save.mutate(name)}
      onClose={onClose}
    />
  );
}

export function MergeTagDialog({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const t = useTranslations('labels.tags');
  const queryClient = useQueryClient();
  const [into, setInto] = useState<string | null>(null);
  const tags = useQuery(api.tags.list.queryOptions({ input: { limit: 200 } }));
  const merge = useMutation({
    mutationFn: (intoId: string) => client.tags.merge({ id: tag.id, intoId }),
    onSuccess: async () => {
      toastDone(t('merged'));
      onClose();
      await queryClient.invalidateQueries({ queryKey: api.tags.key() });
    },
  });
  const others = (tags.data?.items ?? []).filter((other) => other.id !== tag.id);
  return (
    <Dialog opened onClose={onClose} title={t('merge')}>
      <Stack>
        <FormFailure error={merge.error} />
        <Select
          label={t('mergeInto', { name: tag.name })}
          data={others.map((other) => ({ value: other.id, label: other.name }))}
          value={into}
          onChange={setInto}
          searchable
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          {t('mergeText')}
        </Text>
        <Button
          ml="auto"
          loading={merge.isPending}
          disabled={!into}
          onClick={() => into && merge.mutate(into)}
        >
          {t('mergeSubmit')}
        </Button>
      </Stack>
    </Dialog>
  );
}
