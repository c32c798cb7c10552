// Moves on a board that the server has not confirmed: nothing is lost, nothing doubled, and what is undone is as before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { applyMove, type Board, moveTo, placeNow, withTail } from './board-moves.ts';
import { readAmount, writeAmount } from './use-deal-money.ts';

const stage = (id: string, probability: number) => ({ id, name: id, kind: 'open' as const, probability });
const totals = { count: 0, amounts: [], currency: 'EUR', worth: 0, weighted: 0, unrated: 0 };

function deal(id: string, at: { id: string; probability: number }, amount: number | null): Deal {
  return {
    id,
    title: id,
    pipeline: { id: 'p', name: 'Sales' },
    stage: stage(at.id, at.probability),
    owner: null,
    amount,
    currency: amount === null ? null : 'EUR',
    worth: amount,
    closeDate: null,
    reference: null,
    lostReason: null,
    lostNote: null,
    contacts: [],
    nextActivity: null,
    stageSince: '2026-11-01T00:00:00.000Z',
    daysInStage: 3,
    isRotting: false,
    createdBy: { kind: 'person', name: 'Giulia' },
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    closedAt: null,
    version: 1,
  };
}

function boardOf(sizes: readonly number[]): Board {
  return {
    stages: sizes.map((size, nth) => {
      const at = stage(`s${nth}`, nth * 10);
      const deals = Array.from({ length: size }, (_, card) =>
        deal(`s${nth}-${card}`, at, card % 3 === 0 ? null : card * 100),
      );
      const sum = deals.reduce((all, { amount }) => all + (amount ?? 0), 0);
      const priced = deals.filter(({ amount }) => amount !== null).length;
      return {
        stage: at,
        deals,
        nextCursor: null,
        totals: {
          ...totals,
          count: size,
          amounts: priced > 0 ? [{ currency: 'EUR', amount: sum, count: priced, hasRate: true }] : [],
          worth: sum,
          weighted: (sum * at.probability) / 100,
        },
      };
    }),
  };
}

const idsOf = (board: Board) => board.stages.flatMap(({ deals }) => deals.map(({ id }) => id));
const sizes = fc.array(fc.nat(6), { minLength: 2, maxLength: 4 }).filter((all) => all.some((n) => n > 0));

describe('a board with moves under way', () => {
  it('keeps every card once, and totals that are those of its cards', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(8)), { maxLength: 12 }),
        (all, asked) => {
          const before = boardOf(all);
          const ids = idsOf(before);
          const after = asked.reduce((board, [card, column, index]) => {
            const move = moveTo(board, ids[card % ids.length]!, `s${column % all.length}`, index);
            return move ? applyMove(board, move) : board;
          }, before);
          expect(idsOf(after).toSorted()).toEqual(ids.toSorted());
          for (const { deals, totals: told, stage: at } of after.stages) {
            expect(told.count).toBe(deals.length);
            expect(told.worth).toBe(deals.reduce((sum, { worth }) => sum + (worth ?? 0), 0));
            expect(told.amounts[0]?.amount ?? 0).toBe(told.worth);
            expect(deals.every((card) => card.stage.id === at.id)).toBe(true);
          }
        },
      ),
    );
  });

  it('puts a card where it was asked to, and back where it was', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(8), (all, card, column, index) => {
        const board = boardOf(all);
        const dealId = idsOf(board)[card % idsOf(board).length]!;
        const was = placeNow(board, dealId)!;
        const move = moveTo(board, dealId, `s${column % all.length}`, index);
        if (!move) return;
        const moved = applyMove(board, move);
        const target = moved.stages.find((one) => one.stage.id === move.stageId)!;
        expect(target.deals.findIndex(({ id }) => id === dealId)).toBe(
          Math.min(index, target.deals.length - 1),
        );
        expect(idsOf(applyMove(moved, was))).toEqual(idsOf(board));
      }),
    );
  });

  it('does not get shorter under the hand of somebody who scrolled', () => {
    const [long, column] = [boardOf([9]), boardOf([9]).stages[0]!];
    const fresh = { stages: [{ ...column, deals: column.deals.slice(0, 4), nextCursor: 'more' }] };
    expect(idsOf(withTail(fresh, long))).toEqual(idsOf(long));
    // All was read: what is no longer there is gone.
    const read = { stages: [{ ...column, deals: column.deals.slice(0, 4) }] };
    expect(idsOf(withTail(read, long))).toHaveLength(4);
  });
});

describe('an amount that was typed', () => {
  it.each([
    ['1250', 'EUR', 125_000],
    ['1,250.50', 'EUR', 125_050],
    ['1.250,5', 'EUR', 125_050],
    ['1 250', 'EUR', 125_000],
    ['1.250', 'EUR', 125_000],
    ['1,250', 'JPY', 1250],
    ['1.250', 'KWD', 1250],
    ['1.234.567', 'EUR', 123_456_700],
    ['', 'EUR', null],
    ['12.5000', 'EUR', undefined],
    ['a lot', 'EUR', undefined],
    ['-5', 'EUR', undefined],
  ])('%s %s is %s', (typed, currency, amount) => {
    expect(readAmount(typed, currency)).toBe(amount);
  });

  it('is read again as it was written', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        fc.constantFrom('en-GB', 'it-IT', 'es-ES'),
        (amount, currency, locale) => {
          expect(readAmount(writeAmount(amount, currency, locale), currency)).toBe(amount);
        },
      ),
    );
  });

  it('stands in its field as one writes it in one’s language', () => {
    expect(writeAmount(125_050, 'EUR', 'it-IT')).toBe('1250,50');
    expect(writeAmount(125_050, 'EUR', 'en-GB')).toBe('1250.50');
    expect(writeAmount(420_000, 'EUR', 'es-ES')).toBe('4200');
    expect(writeAmount(null, 'EUR', 'it-IT')).toBe('');
  });
});
