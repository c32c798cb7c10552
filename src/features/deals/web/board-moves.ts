// A board with moves on it that the server has not confirmed yet. Pure.

import type { z } from 'zod';
import type { Deal, Totals } from '#features/deals/deal-shapes.contract.ts';
import type { BoardStage } from '#features/deals/deals.contract.ts';

export type StageOfBoard = z.output<typeof BoardStage>;
export type Board = { stages: StageOfBoard[] };

/** Puts a card into a stage: below one card, or above one, or at the top. */
export type Move = {
  dealId: string;
  stageId: string;
  aboveId?: string | undefined;
  belowId?: string | undefined;
};

/** The board as it is after `move`; as it was when the card or the stage is not on it. */
export function applyMove(board: Board, move: Move): Board {
  const from = board.stages.find(({ deals }) => deals.some(({ id }) => id === move.dealId));
  const target = board.stages.find(({ stage }) => stage.id === move.stageId);
  const deal = from?.deals.find(({ id }) => id === move.dealId);
  if (!from || !target || !deal) return board;
  const { id, name, kind, probability } = target.stage;
  const isElsewhere = from !== target;
  const moved: Deal = isElsewhere
    ? { ...deal, stage: { id, name, kind, probability }, daysInStage: 0, isRotting: false }
    : deal;
  const stages = board.stages.map((column) => {
    if (column !== from && column !== target) return column;
    const others = column.deals.filter((card) => card.id !== deal.id);
    if (column !== target) return { ...column, deals: others, totals: adjusted(column, deal, -1) };
    return {
      ...column,
      deals: others.toSpliced(placeOf(others, move), 0, moved),
      totals: isElsewhere ? adjusted(column, deal, 1) : column.totals,
    };
  });
  return { stages };
}

function placeOf(cards: readonly Deal[], { aboveId, belowId }: Move): number {
  const above = cards.findIndex(({ id }) => id === aboveId);
  if (above >= 0) return above + 1;
  return Math.max(
    cards.findIndex(({ id }) => id === belowId),
    0,
  );
}

/** The totals of a column with one deal more, or one less. */
function adjusted({ totals, stage }: StageOfBoard, deal: Deal, sign: 1 | -1): Totals {
  const { amount, currency, worth } = deal;
  const weighted = ((worth ?? 0) * stage.probability) / 100;
  return {
    ...totals,
    count: totals.count + sign,
    amounts:
      amount === null || currency === null
        ? totals.amounts
        : summed(totals.amounts, { currency, amount, hasRate: worth !== null }, sign),
    worth: totals.worth + sign * (worth ?? 0),
    weighted: totals.weighted + sign * weighted,
    unrated: totals.unrated + (amount !== null && worth === null ? sign : 0),
  };
}

function summed(
  amounts: Totals['amounts'],
  { currency, amount, hasRate }: { currency: string; amount: number; hasRate: boolean },
  sign: 1 | -1,
): Totals['amounts'] {
  const known = amounts.some((one) => one.currency === currency);
  const all = known ? amounts : [...amounts, { currency, amount: 0, count: 0, hasRate }];
  return all
    .map((one) =>
      one.currency === currency
        ? { ...one, amount: one.amount + sign * amount, count: one.count + sign }
        : one,
    )
    .filter((one) => one.count > 0);
}

/** Where the card stands: what brings it back to this place. */
export function placeNow(board: Board, dealId: string): Move | undefined {
  for (const { stage, deals } of board.stages) {
    const at = deals.findIndex(({ id }) => id === dealId);
    if (at < 0) continue;
    return { dealId, stageId: stage.id, aboveId: deals[at - 1]?.id, belowId: deals[at + 1]?.id };
  }
  return undefined;
}

/** The move that puts the card before the `index`-th of the others in the stage; undefined when it stands there. */
export function moveTo(board: Board, dealId: string, stageId: string, index: number): Move | undefined {
  const column = board.stages.find(({ stage }) => stage.id === stageId);
  if (!column) return undefined;
  const others = column.deals.filter(({ id }) => id !== dealId);
  const stands = column.deals.findIndex(({ id }) => id === dealId);
  const at = Math.min(Math.max(index, 0), others.length);
  if (stands === at) return undefined;
  return { dealId, stageId, aboveId: others[at - 1]?.id, belowId: others[at]?.id };
}

/**
 * What was read anew, with the cards further down that had been read before, as far as the new answer does not know
 * better: a column that somebody has scrolled does not get shorter under their hand.
 */
export function withTail(fresh: Board, before: Board | undefined): Board {
  if (!before) return fresh;
  const known = new Set(fresh.stages.flatMap(({ deals }) => deals.map(({ id }) => id)));
  return {
    stages: fresh.stages.map((column) => {
      const old = before.stages.find(({ stage }) => stage.id === column.stage.id);
      if (!old || column.nextCursor === null || old.deals.length <= column.deals.length) return column;
      const tail = old.deals.slice(column.deals.length).filter(({ id }) => !known.has(id));
      return { ...column, deals: [...column.deals, ...tail], nextCursor: old.nextCursor };
    }),
  };
}
