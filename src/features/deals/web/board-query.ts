// The question for the board of a pipeline, and the answer with what had been read of long columns before.
import type { QueryClient } from '@tanstack/react-query';
import { api, client } from '#web/api.ts';
import { type Board, withTail } from './board-moves.ts';
import type { BoardFilterValues } from './deal-query.ts';

const MORE = 100;
/** A column that was scrolled is read anew this far. */
const READ_AGAIN = 300;

/** `perStage`: cards of each stage in the first answer; below it only tails of long columns are asked for. */
export type BoardAsked = { pipelineId: string; filter: BoardFilterValues; perStage: number };

export function boardQuery(queryClient: QueryClient, { pipelineId, filter, perStage }: BoardAsked) {
  const input = { ...filter, pipelineId, perStage };
  const options = api.deals.board.queryOptions({ input });
  return {
    ...options,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Board> => {
      const before = queryClient.getQueryData<Board>(options.queryKey);
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
  };
}

type Column = Board['stages'][number];

/** The column with the cards that follow. */
export async function withMore(
  column: Column,
  filter: BoardFilterValues,
  signal?: AbortSignal,
): Promise<Column> {
  const { items, nextCursor } = await client.deals.stage(
    { ...filter, stageId: column.stage.id, cursor: column.nextCursor ?? undefined, limit: MORE },
    signal ? { signal } : {},
  );
  const known = new Set(column.deals.map(({ id }) => id));
  return { ...column, deals: [...column.deals, ...items.filter(({ id }) => !known.has(id))], nextCursor };
}
