// Asks for the board as soon as one goes to it: the answer is on its way while the page is drawn.
import type { QueryClient } from '@tanstack/react-query';
import { api } from '#web/api.ts';
import { remembered } from '#web/remembered.ts';
import { boardQuery } from './board-query.ts';
import { cardsAtFirst } from './cards-in-sight.ts';
import { boardFilterOf, type DealSearch } from './deal-query.ts';
import { pipelineOf } from './pipeline-of.ts';

/** Never fails: what goes wrong is met by the page itself, which asks the same. */
export async function beginBoard(queryClient: QueryClient, search: DealSearch): Promise<void> {
  try {
    const { items } = await queryClient.ensureQueryData(api.pipelines.list.queryOptions({ input: {} }));
    const pipeline = pipelineOf(items, search.pipeline, remembered('deals-pipeline'));
    if (!pipeline) return;
    const asked = { pipelineId: pipeline.id, filter: boardFilterOf(search), perStage: cardsAtFirst() };
    await queryClient.prefetchQuery(boardQuery(queryClient, asked));
  } catch {
    // The page says what went wrong.
  }
}
