// Changes activities, says so, offers to take it back, and has everything that shows them asked again.
import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import { api, client } from '#web/api.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

type Changes = Omit<Parameters<typeof client.dealActivities.update>[0], 'id'>;

/** Resolves when what is shown is up to date. */
export function useFreshActivities(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [api.dealActivities, api.deals].map((part) => queryClient.invalidateQueries({ queryKey: part.key() })),
    );
  };
}

export function useActivityChange() {
  const t = useTranslations('dealActivities');
  const format = useFormatter();
  const refresh = useFreshActivities();
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      toastFailed(error);
      return false;
    } finally {
      await refresh();
    }
  };
  const change = (id: string, changes: Changes) =>
    attempt(() => client.dealActivities.update({ id, ...changes }));
  return {
    async tick(activity: Activity) {
      const { id, title, doneAt } = activity;
      const done = doneAt === null;
      if (!(await change(id, { done }))) return;
      toastDone(t(done ? 'said.done' : 'said.again', { title }), async () => {
        await change(id, { done: !done });
      });
    },
    /** All of `ids`, one after the other; stops at the first that fails. */
    async tickAll(ids: readonly string[]) {
      const ticked = await attempt(async () => {
        for (const id of ids) await client.dealActivities.update({ id, done: true });
      });
      if (ticked) toastDone(t('said.allDone', { count: ids.length }));
    },
    async putOff({ id, title, dueAt, remindAt }: Activity, to: Date) {
      if (!(await change(id, { dueAt: to.toISOString() }))) return;
      const time = format.dateTime(to, { dateStyle: 'medium', timeStyle: 'short' });
      toastDone(t('said.putOff', { title, time }), async () => {
        await change(id, { dueAt, remindAt });
      });
    },
    async remove({ id, title }: Activity) {
      if (await attempt(() => client.dealActivities.delete({ id }))) toastDone(t('said.deleted', { title }));
    },
  };
}
