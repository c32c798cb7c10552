// Changes a contact at once: shown before the server answers, taken back when it refuses.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { api, client } from '#web/api.ts';

export type ContactPatch = Omit<Parameters<typeof client.contacts.update>[0], 'id'>;

export function useContactChange(contact: Contact) {
  const queryClient = useQueryClient();
  const key = api.contacts.get.queryKey({ input: { id: contact.id } });
  return useMutation({
    mutationFn: (patch: ContactPatch) => client.contacts.update({ id: contact.id, ...patch }),
    onMutate: async (patch) => {
      await queryClient.cancelQueries({ queryKey: key });
      const before = queryClient.getQueryData<Contact>(key);
      if (before) queryClient.setQueryData<Contact>(key, patched(before, patch));
      return { before };
    },
    onError: (_error, _patch, kept) => {
      if (kept?.before) queryClient.setQueryData(key, kept.before);
    },
    onSuccess: (saved) => queryClient.setQueryData(key, saved),
    // The list and the thread show the name.
    onSettled: () =>
      Promise.all(
        [api.contacts, api.conversations].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      ),
  });
}

function patched(contact: Contact, { fields, ...plain }: ContactPatch): Contact {
  const values = Object.entries({ ...contact.fields, ...fields }).filter(([, value]) => value !== null);
  const known = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return { ...contact, ...known, fields: Object.fromEntries(values) } as Contact;
}
