// Lists deals page by page, and adds up what a filter finds.
import { matching } from '#features/deals/deal-filter.ts';
import { readDealPage } from '#features/deals/deal-pages.ts';
import { readSettings } from '#features/deals/deal-settings.store.ts';
import { countByLooking, readTallies } from '#features/deals/deal-tallies.store.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { readStages } from '#features/deals/pipelines.store.ts';
import { totalOf } from '#features/deals/total-deals.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listDeals: Handler<typeof dealsContract.list> = async (call, input) => {
  const { limit, cursor, sort, ...filter } = input;
  const rows = await readDealPage(call, await matching(call, filter), { sort, limit: limit + 1, cursor });
  const page = toPage(rows, limit, (row) => [row.place, row.deal.id]);
  return { items: page.items.map((row) => row.deal), nextCursor: page.nextCursor };
};

/** From the running figures where they know the answer, else by looking. */
export const totalDeals: Handler<typeof dealsContract.totals> = async (call, filter) => {
  const stages = await readStages(call);
  const { pipelineId, stageId, ...rest } = filter;
  const chosen = stages.filter(
    (stage) =>
      (!pipelineId?.length || pipelineId.includes(stage.pipelineId)) &&
      (!stageId?.length || stageId.includes(stage.id)),
  );
  const known = Object.values(rest).every((value) => value === undefined);
  const tallies = known
    ? await readTallies(
        call,
        chosen.map((stage) => stage.id),
      )
    : await countByLooking(call, await matching(call, filter));
  const { currency } = await readSettings(call);
  return totalOf(tallies, new Map(stages.map((stage) => [stage.id, stage.probability])), currency);
};
