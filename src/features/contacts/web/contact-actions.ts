// What is done to one contact or to many: each asks where it must, says what it did, and brings the pages up to date.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Consent, ContactSelection } from '#features/contacts/contact-filter.contract.ts';
import { api, client } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

type Work = () => Promise<{ affected: number }>;

/** Every action answers whether it was done. */
export function useContactActions() {
  const t = useTranslations('contacts');
  const all = useTranslations('contactDeletion.unblockAll');
  const queryClient = useQueryClient();
  const { contacts } = client;

  const run = async (
    work: Work,
    say: (count: number) => string = (count) => t('bulk.changed', { count }),
  ) => {
    try {
      const { affected } = await work();
      toastDone(say(affected));
      await Promise.all(
        [api.contacts, api.lists, api.tags].map((part) =>
          queryClient.invalidateQueries({ queryKey: part.key() }),
        ),
      );
      return true;
    } catch (error) {
      toastFailed(error);
      return false;
    }
  };

  return {
    addTags: (selection: ContactSelection, tagIds: string[]) =>
      run(() => contacts.addTags({ selection, tagIds })),
    removeTags: (selection: ContactSelection, tagIds: string[]) =>
      run(() => contacts.removeTags({ selection, tagIds })),
    addToLists: (selection: ContactSelection, listIds: string[]) =>
      run(() => contacts.addToLists({ selection, listIds })),
    removeFromLists: (selection: ContactSelection, listIds: string[]) =>
      run(() => contacts.removeFromLists({ selection, listIds })),
    setConsent: (selection: ContactSelection, consent: Consent, source: string, note: string) =>
      run(
        () => contacts.setConsent({ selection, consent, source, ...(note ? { note } : {}) }),
        (count) => t('consentDialog.done', { count }),
      ),
    unblock: (selection: ContactSelection) => run(() => contacts.unblock({ selection })),
    /** Everybody who is blocked; the server says how many there are. */
    unblockAll: async () => {
      const filter = { blocked: true };
      const count = await contacts.count(filter).then(
        (found) => found.count,
        (error: unknown) => {
          toastFailed(error);
          return null;
        },
      );
      if (count === null) return false;
      if (count === 0) {
        toastDone(all('nobody'));
        return false;
      }
      const yes = await confirm({
        title: all('title', { count }),
        text: all('text'),
        confirm: all('confirm', { count }),
      });
      return yes && run(() => contacts.unblock({ selection: { filter, exceptIds: [] } }));
    },
    block: async (selection: ContactSelection, count: number) => {
      const yes = await confirm({
        title: t('bulk.blockTitle', { count }),
        text: t('bulk.blockText'),
        confirm: t('bulk.blockConfirm', { count }),
        danger: true,
      });
      return yes && run(() => contacts.block({ selection }));
    },
  };
}
