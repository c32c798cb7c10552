// How much is unread, kept fresh by live updates.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import { useWorkspace } from '#web/session.ts';

export function useSummary() {
  const workspace = useWorkspace();
  return useQuery({
    ...api.notifications.summary.queryOptions({ input: {} }),
    enabled: workspace !== null,
  }).data;
}
