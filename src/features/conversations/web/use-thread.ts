// One conversation: itself, what was read in it, and what to ask again after one wrote in it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { api, client } from '#web/api.ts';
import { useThreadWorld } from './thread/thread-context.tsx';

export function useConversation(id: string) {
  return useQuery(api.conversations.get.queryOptions({ input: { id } }));
}

/** Tells the server that the conversation was read, while somebody looks at it. */
export function useReading(id: string, unreadCount: number): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (unreadCount === 0) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      void client.conversations
        .markRead({ id })
        .then(() => queryClient.invalidateQueries({ queryKey: api.conversations.list.key() }))
        // It stays unread and is told again the next time.
        .catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [id, unreadCount, queryClient]);
}

/** Has everything that a changed message touches asked again. */
export function useRefreshThread(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.conversations.timeline.key() }),
      queryClient.invalidateQueries({ queryKey: api.conversations.list.key() }),
    ]);
  }, [queryClient]);
}

/** Called when something was sent from the composer: shows it, wherever one was reading. */
export function useAfterSending(): () => Promise<void> {
  const refresh = useRefreshThread();
  const { toLatest } = useThreadWorld();
  return useCallback(async () => {
    await refresh();
    toLatest();
  }, [refresh, toLatest]);
}
