// The part of a conversation that is on the page: some pages of its timeline around where one reads, kept up to date.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { api, client } from '#web/api.ts';

/** Where one begins to read: at the latest, around a message or note, or on a day. */
export type Place = { aroundId: string } | { aroundAt: string } | Record<string, never>;

type Step = Place | { older: string } | { newer: string };

const PAGE = 60;
/** Pages that are kept: what lies farther away is read again when one comes back to it. */
const KEPT = 4;

const optionsOf = (id: string, place: Place) =>
  api.conversations.timeline.infiniteOptions({
    input: (step: Step) => ({ id, limit: PAGE, ...step }),
    initialPageParam: place as Step,
    getNextPageParam: (page): Step | undefined =>
      page.olderCursor ? { older: page.olderCursor } : undefined,
    getPreviousPageParam: (page): Step | undefined =>
      page.hasNewer && page.newerCursor ? { newer: page.newerCursor } : undefined,
    maxPages: KEPT,
  });

export type Timeline = ReturnType<typeof useTimeline>;

export function useTimeline(id: string, place: Place) {
  const queryClient = useQueryClient();
  // Pages are drawn again only when the place or the conversation is another.
  const key = JSON.stringify(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `place`
  const options = useMemo(() => optionsOf(id, place), [id, key]);
  const pages = useInfiniteQuery(options);
  const items = useMemo(
    () => pages.data?.pages.flatMap((page) => page.items).toReversed() ?? [],
    [pages.data],
  );
  // Whoever comes back begins anew, and does not read hundreds of messages again for it.
  useEffect(
    () => () => {
      queryClient.setQueryData(options.queryKey, (kept) => {
        const [first] = kept?.pages ?? [];
        return kept && first && !first.hasNewer && kept.pages.length > 1
          ? { pages: [first], pageParams: kept.pageParams.slice(0, 1) }
          : kept;
      });
      const kept = queryClient.getQueryData(options.queryKey);
      if (kept?.pages[0]?.hasNewer) queryClient.removeQueries({ queryKey: options.queryKey, exact: true });
    },
    [queryClient, options],
  );
  /** Brings the latest page into the query of the latest, from wherever one was. */
  const readLatest = useCallback(async () => {
    const page = await client.conversations.timeline({ id, limit: PAGE });
    queryClient.setQueryData(optionsOf(id, {}).queryKey, { pages: [page], pageParams: [{}] });
  }, [queryClient, id]);
  return {
    items,
    isPending: pages.isPending,
    error: pages.error,
    refetch: pages.refetch,
    isBusy: pages.isFetching,
    hasOlder: pages.hasNextPage,
    hasNewer: pages.hasPreviousPage,
    isReadingOlder: pages.isFetchingNextPage,
    readOlder: pages.fetchNextPage,
    readNewer: pages.fetchPreviousPage,
    readLatest,
  };
}
