// The board of a pipeline: its first cards at once, more of a stage as one scrolls, and moves that show before they are saved.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api, client } from '#web/api.ts';
import { applyMove, type Board, type Move, withTail } from './board-moves.ts';
import type { BoardFilterValues } from './deal-query.ts';

/** Cards of each stage in the first answer; below it only tails of long columns are asked for. */
const FIRST = 25;
const MORE = 100;
/** A column that was scrolled is read anew this far. */
const READ_AGAIN = 300;

export type MoveRequest = Move & { set?: MoveValues };
export type MoveValues = NonNullable<Parameters<typeof client.deals.move>[0]['set']>;

export function useBoard(pipelineId: string, filter: BoardFilterValues) {
  const queryClient = useQueryClient();
  const input = { ...filter, pipelineId, perStage: FIRST };
  const options = api.deals.board.queryOptions({ input });
  const { queryKey } = options;
  const board = useQuery({
    ...options,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Board> => {
      const before = queryClient.getQueryData<Board>(queryKey);
      const fresh = await client.deals.board(input, { signal });
      const read = async (column: Board['stages'][number]) => {
        const wanted = Math.min(
          before?.stages.find(({ stage }) => stage.id === column.stage.id)?.deals.length ?? 0,
          READ_AGAIN,
        );
        let all = column;
        while (all.nextCursor !== null && all.deals.length < wanted)
          all = await withMore(all, filter, signal);
        return all;
      };
      return withTail({ stages: await Promise.all(fresh.stages.map(read)) }, before);
    },
  });

  const [pending, setPending] = useState<Move[]>([]);
  const move = useMutation({
    mutationKey: ['deals', 'move'],
    mutationFn: ({ dealId, ...where }: MoveRequest) => client.deals.move({ id: dealId, ...where }),
    onMutate: async (asked) => {
      setPending((moves) => [...moves, asked]);
      await queryClient.cancelQueries({ queryKey });
    },
    onSuccess: (deal, asked) => {
      queryClient.setQueryData<Board>(queryKey, (now) => now && withDeal(applyMove(now, asked), deal));
    },
    onSettled: (_deal, _error, asked) => {
      setPending((moves) => moves.filter((one) => one !== asked));
      // The last of several under way asks what is true.
      if (queryClient.isMutating({ mutationKey: ['deals', 'move'] }) > 1) return;
      void queryClient.invalidateQueries({ queryKey: api.deals.key() });
    },
  });

  const loading = useRef(new Set<string>());
  const loadMore = useCallback(
    async (stageId: string) => {
      const column = queryClient
        .getQueryData<Board>(queryKey)
        ?.stages.find(({ stage }) => stage.id === stageId);
      if (!column || column.nextCursor === null || loading.current.has(stageId)) return;
      loading.current.add(stageId);
      try {
        const longer = await withMore(column, filter);
        queryClient.setQueryData<Board>(
          queryKey,
          (now) =>
            now && {
              // Read anew meanwhile: what was asked for then no longer fits.
              stages: now.stages.map((one) => (one === column ? longer : one)),
            },
        );
      } catch {
        // It is asked for again as soon as one scrolls on.
      } finally {
        loading.current.delete(stageId);
      }
    },
    [queryClient, queryKey, filter],
  );
  const shown = useMemo(
    () => board.data && pending.reduce<Board>(applyMove, board.data),
    [board.data, pending],
  );
  return { board: shown, query: board, move: move.mutateAsync, loadMore };
}

type Column = Board['stages'][number];

async function withMore(column: Column, filter: BoardFilterValues, signal?: AbortSignal): Promise<Column> {
  const { items, nextCursor } = await client.deals.stage(
    { ...filter, stageId: column.stage.id, cursor: column.nextCursor ?? undefined, limit: MORE },
    signal ? { signal } : {},
  );
  const known = new Set(column.deals.map(({ id }) => id));
  return { ...column, deals: [...column.deals, ...items.filter(({ id }) => !known.has(id))], nextCursor };
}

function withDeal(board: Board, deal: Column['deals'][number]): Board {
  return {
    stages: board.stages.map((column) => ({
      ...column,
      deals: column.deals.map((card) => (card.id === deal.id ? deal : card)),
    })),
  };
}
