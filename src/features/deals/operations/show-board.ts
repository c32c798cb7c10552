// Shows the board of a pipeline: the first cards of each stage with its totals, and more of one stage.
import { sql } from 'kysely';
import { matching } from '#features/deals/deal-filter.ts';
import { readCards, readMoreCards } from '#features/deals/deal-pages.ts';
import { readSettings } from '#features/deals/deal-settings.store.ts';
import { countByLooking, readTallies } from '#features/deals/deal-tallies.store.ts';
import type { dealsContract } from '#features/deals/deals.contract.ts';
import { readStages } from '#features/deals/pipelines.store.ts';
import { totalOf } from '#features/deals/total-deals.ts';
import { notFound } from '#kit/errors.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const showBoard: Handler<typeof dealsContract.board> = async (call, input) => {
  const { pipelineId, perStage, ...filter } = input;
  const stages = (await readStages(call)).filter((stage) => stage.pipelineId === pipelineId);
  if (stages.length === 0) throw notFound('pipeline');
  const ids = stages.map((stage) => stage.id);
  const { currency } = await readSettings(call);
  const where = await matching(call, filter);
  const cards = await readCards(call, where, ids, perStage + 1);
  const known = Object.values(filter).every((value) => value === undefined);
  const tallies = known
    ? await readTallies(call, ids)
    : await countByLooking(call, sql`(${where} and d.pipeline_id = ${pipelineId})`);
  return {
    stages: stages.map(({ id, name, kind, probability }) => {
      const page = toPage(
        cards.filter(({ deal }) => deal.stage.id === id),
        perStage,
        ({ place, deal }) => [place, deal.id],
      );
      return {
        stage: { id, name, kind, probability },
        totals: totalOf(
          tallies.filter((tally) => tally.stageId === id),
          new Map([[id, probability]]),
          currency,
        ),
        deals: page.items.map((row) => row.deal),
        nextCursor: page.nextCursor,
      };
    }),
  };
};

export const showStage: Handler<typeof dealsContract.stage> = async (call, input) => {
  const { stageId, limit, cursor, ...filter } = input;
  if (!(await readStages(call)).some((stage) => stage.id === stageId)) throw notFound('stage');
  const where = await matching(call, filter);
  const rows = await readMoreCards(call, where, stageId, { limit: limit + 1, cursor });
  const page = toPage(rows, limit, ({ place, deal }) => [place, deal.id]);
  return { items: page.items.map((row) => row.deal), nextCursor: page.nextCursor };
};
