// The board of a pipeline: its first cards at once, more of a stage as one scrolls, and moves that show before they are saved.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api, client } from '#web/api.ts';
import { applyMove, type Board, type Move } from './board-moves.ts';
import { boardQuery, withMore } from './board-query.ts';
import { cardsAtFirst } from './cards-in-sight.ts';
import type { BoardFilterValues } from './deal-query.ts';

export type MoveRequest = Move & { set?: MoveValues };
export type MoveValues = NonNullable<Parameters<typeof client.deals.move>[0]['set']>;

export function useBoard(pipelineId: string, filter: BoardFilterValues) {
  const queryClient = useQueryClient();
  const [perStage] = useState(cardsAtFirst);
  // What the cards are given must not change with every drawing.
  const question = useMemo(
    () => boardQuery(queryClient, { pipelineId, filter, perStage }),
    [queryClient, pipelineId, filter, perStage],
  );
  const { queryKey } = question;
  const board = useQuery({ ...question, placeholderData: keepPreviousData });

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

function withDeal(board: Board, deal: Column['deals'][number]): Board {
  return {
    stages: board.stages.map((column) => ({
      ...column,
      deals: column.deals.map((card) => (card.id === deal.id ? deal : card)),
    })),
  };
}
