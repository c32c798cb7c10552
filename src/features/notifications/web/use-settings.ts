// The person's notification settings; each change takes effect at once and is taken back when it fails.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationSettings } from '#features/notifications/notification-settings.contract.ts';
import { api, client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';

export type SettingsChange = Parameters<typeof client.notificationSettings.update>[0];

export function useSettings(enabled = true) {
  return useQuery({ ...api.notificationSettings.get.queryOptions(), enabled });
}

export function useChangeSettings(): (change: SettingsChange) => void {
  const queryClient = useQueryClient();
  const { queryKey } = api.notificationSettings.get.queryOptions();
  const { mutate } = useMutation({
    // One after the other: the last choice is the one that stays.
    scope: { id: 'notification-settings' },
    mutationFn: (change: SettingsChange) => client.notificationSettings.update(change),
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      if (before) queryClient.setQueryData(queryKey, changed(before, change));
      return before;
    },
    onError: (error, _change, before) => {
      if (before) queryClient.setQueryData(queryKey, before);
      toastFailed(error);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return mutate;
}

function changed(
  before: NotificationSettings,
  { kinds = [], ...rest }: SettingsChange,
): NotificationSettings {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const chosen = new Map(kinds.map(({ kind, channels }) => [kind, channels]));
  return {
    ...before,
    ...given,
    kinds: before.kinds.map((each) => ({ ...each, channels: chosen.get(each.kind) ?? each.channels })),
  };
}
