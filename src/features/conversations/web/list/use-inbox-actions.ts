// What is done to conversations from the list, one or many: says what it did, offers the way back, asks again.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

/** Every action answers whether it was done. */
export function useInboxActions() {
  const t = useTranslations('inboxList.done');
  const queryClient = useQueryClient();
  return useMemo(() => {
    const run = async (work: () => Promise<unknown>, say?: string, undo?: () => Promise<unknown>) => {
      try {
        await work();
        if (say) toastDone(say, undo && (() => void run(undo)));
        await queryClient.invalidateQueries({ queryKey: api.conversations.key() });
        return true;
      } catch (error) {
        toastFailed(error);
        return false;
      }
    };
    const { conversations } = client;
    const each = (ids: readonly string[], work: (id: string) => Promise<unknown>) =>
      Promise.all(ids.map((id) => work(id)));
    const reopen = (ids: string[]) => conversations.reopen({ ids });
    return {
      close: (ids: string[]) =>
        run(
          () => conversations.close({ ids }),
          t('closed', { count: ids.length }),
          () => reopen(ids),
        ),
      reopen: (ids: string[]) => run(() => reopen(ids), t('reopened', { count: ids.length })),
      snooze: (ids: string[], until: Date) =>
        run(
          () => conversations.snooze({ ids, until: until.toISOString() }),
          t('snoozed', { count: ids.length }),
          () => reopen(ids),
        ),
      assign: (ids: string[], userIds: string[]) =>
        run(
          () => each(ids, (id) => conversations.assign({ id, userIds })),
          t('assigned', { count: ids.length }),
        ),
      markUnread: (ids: string[]) => run(() => each(ids, (id) => conversations.markUnread({ id }))),
    };
  }, [queryClient, t]);
}
