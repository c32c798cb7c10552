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
    const { conversations, contacts } = client;
    const reopen = (ids: string[]) => inParts(ids, (part) => conversations.reopen({ ids: part }));
    return {
      close: (ids: string[], reason?: string) =>
        run(
          () => inParts(ids, (part) => conversations.close({ ids: part, reason })),
          t('closed', { count: ids.length }),
          () => reopen(ids),
        ),
      reopen: (ids: string[]) => run(() => reopen(ids), t('reopened', { count: ids.length })),
      snooze: (ids: string[], until: Date) =>
        run(
          () => inParts(ids, (part) => conversations.snooze({ ids: part, until: until.toISOString() })),
          t('snoozed', { count: ids.length }),
          () => reopen(ids),
        ),
      assign: (ids: string[], userIds: string[], note?: string) =>
        run(
          () => inParts(ids, (part) => conversations.assignMany({ ids: part, userIds, note })),
          t('assigned', { count: ids.length }),
        ),
      tag: (contactIds: string[], tagIds: string[]) =>
        run(
          () => contacts.addTags({ selection: { ids: contactIds }, tagIds }),
          t('tagged', { count: contactIds.length }),
        ),
      markRead: (ids: string[]) =>
        run(() => inParts(ids, (part) => conversations.markManyRead({ ids: part }))),
      markUnread: (ids: string[]) =>
        run(() => inParts(ids, (part) => conversations.markManyUnread({ ids: part }))),
    };
  }, [queryClient, t]);
}

/** As many as the server takes at once. */
const PART = 500;

async function inParts(ids: readonly string[], work: (part: string[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < ids.length; at += PART) await work(ids.slice(at, at + PART));
}
