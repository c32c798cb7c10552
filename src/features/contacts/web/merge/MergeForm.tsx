// Two contacts side by side: whose value stays where they differ, what moves, and what the rules make of it.
import { Button, Group, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { useFieldText } from '#features/contacts/web/contact-columns.tsx';
import { api, client } from '#web/api.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { MergeRules } from './MergeRules.tsx';
import { MergeTable } from './MergeTable.tsx';
import { mergeRows } from './merge-rows.ts';

type Props = { id: string; otherId: string; onClose: () => void; onMerged: (id: string) => void };

export function MergeForm({ id, otherId, onClose, onMerged }: Props) {
  const t = useTranslations('contactMerge');
  const queryClient = useQueryClient();
  const textOf = useFieldText();
  const preview = useQuery({
    ...api.contacts.mergePreview.queryOptions({ input: { id, otherId } }),
    staleTime: 0,
  });
  const one = useQuery(api.contacts.get.queryOptions({ input: { id } }));
  const two = useQuery(api.contacts.get.queryOptions({ input: { id: otherId } }));
  const fields = useQuery(api.fields.list.queryOptions({ input: undefined }));
  const [prefer, setPrefer] = useState<Record<string, string>>({});
  const pair = one.data && two.data && preview.data && olderFirst(one.data, two.data, preview.data.staysId);
  const merge = useMutation({
    mutationFn: () => client.contacts.merge({ id, otherId, prefer }),
    onSuccess: async (merged) => {
      if (pair) toastDone(t('done', { a: pair[0].displayName, b: pair[1].displayName }));
      onClose();
      queryClient.setQueryData(api.contacts.get.queryKey({ input: { id: merged.id } }), merged);
      onMerged(merged.id);
      await Promise.all(
        [api.contacts, api.conversations, api.lists, api.tags, api.tickets].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
    },
  });
  const error = preview.error ?? one.error ?? two.error ?? fields.error;
  if (error) return <ErrorState error={error} onRetry={() => void preview.refetch()} />;
  if (!pair || !preview.data || !fields.data) return <Skeleton height={180} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate();
      }}
    >
      <FormFailure error={merge.error} />
      <MergeTable
        pair={pair}
        rows={mergeRows(pair, fields.data.items, textOf)}
        prefer={prefer}
        onPrefer={(key, whose) => setPrefer({ ...prefer, [key]: whose })}
      />
      <MergeRules pair={pair} moves={preview.data.moves} prefer={prefer} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="red.8" loading={merge.isPending}>
          {t('confirm')}
        </Button>
      </Group>
    </form>
  );
}

function olderFirst(a: Contact, b: Contact, staysId: string): [Contact, Contact] {
  return a.id === staysId ? [a, b] : [b, a];
}
