// One conversation with its messages, oldest first, and what was read in it.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { api, client } from '#web/api.ts';

/** The latest of it, or what lies around the message `at`. */
export function useThread(id: string, at?: string) {
  const conversation = useQuery(api.conversations.get.queryOptions({ input: { id } }));
  const pages = useInfiniteQuery(
    api.conversations.timeline.infiniteOptions({
      input: (older: string | undefined) => ({ id, older, aroundId: older === undefined ? at : undefined }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.olderCursor ?? undefined,
    }),
  );
  const items = useMemo(
    () => pages.data?.pages.flatMap((page) => page.items).toReversed() ?? [],
    [pages.data],
  );
  return { conversation, pages, items };
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

/** Has everything that a sent message touches asked again. */
export function useAfterSending(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.conversations.timeline.key() }),
      queryClient.invalidateQueries({ queryKey: api.conversations.list.key() }),
    ]);
  }, [queryClient]);
}
