// The tags or the lists of one contact, changed at once: nothing is sent by it, and a slip is undone the same way.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import type { Named } from '#features/tags/tags.contract.ts';
import { api, client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { NamePicker } from './NamePicker.tsx';

type Props = { contact: Contact; kind: 'tags' | 'lists'; disabled: boolean };

export function ContactLabels({ contact, kind, disabled }: Props) {
  const t = useTranslations('contacts.form');
  const queryClient = useQueryClient();
  const selection = { ids: [contact.id] };
  const change = useMutation({
    mutationFn: async (next: Named[]) => {
      const now = new Set(next.map((each) => each.id));
      const before = new Set(contact[kind].map((each) => each.id));
      const added = [...now].filter((id) => !before.has(id));
      const gone = [...before].filter((id) => !now.has(id));
      const { contacts } = client;
      if (kind === 'tags') {
        if (added.length > 0) await contacts.addTags({ selection, tagIds: added });
        if (gone.length > 0) await contacts.removeTags({ selection, tagIds: gone });
      } else {
        if (added.length > 0) await contacts.addToLists({ selection, listIds: added });
        if (gone.length > 0) await contacts.removeFromLists({ selection, listIds: gone });
      }
    },
    onError: (error) => toastFailed(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.contacts.key() }),
  });
  const value = change.isPending ? (change.variables ?? contact[kind]) : contact[kind];
  return (
    <NamePicker
      kind={kind}
      label={t(kind)}
      value={value}
      disabled={disabled}
      onChange={(next) => change.mutate(next)}
    />
  );
}
