// The board and the list: order, pages, filters, totals, and two people who move the same cards.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { placeBetween } from './board-place.ts';
import { DEAL_SORTS, type DealSort } from './deal-shapes.contract.ts';
import type { Pipeline } from './pipelines.contract.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;
let other: Client;
let anna: string;
let sales: Pipeline;

beforeAll(async () => {
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
  [owner, other] = [await workspace.client('owner'), await workspace.client('chat_manager')];
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  sales = await owner.pipelines.create({
    name: 'Sales',
    stages: [
      { name: 'Contacted', probability: 10 },
      { name: 'Offer', probability: 50 },
    ],
  });
});
afterAll(() => database.drop());

const stage = (index: number, of = sales) => of.stages[index]!.id;
const column = async (stageId: string) => {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await owner.deals.stage({ stageId, limit: 3, cursor });
    ids.push(...page.items.map((deal) => deal.id));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
};

describe('a place between two', () => {
  it('lies between them, or there is none', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => {
          const [above, below] = [Math.min(a, b), Math.max(a, b)];
          const place = placeBetween(above, below);
          if (place !== undefined) expect(place > above && place < below).toBe(true);
          else expect(above + (below - above) / 2).not.toSatisfy((mid: number) => mid > above && mid < below);
        },
      ),
    );
    expect(placeBetween(undefined, undefined)).toBe(0);
    expect(placeBetween(2 ** 53, undefined)).toBeUndefined();
  });
});

describe('Pipeline view: deals can be moved between stages', () => {
  it('a new deal stands at the top; a card goes above or below another, or to the top', async () => {
    const made = ['a', 'b', 'c'].map((title) => owner.deals.create({ contactIds: [anna], title }));
    const ids = (await Promise.all(made)).map((deal) => deal.id);
    const now = await column(stage(0));
    expect(now.toSorted()).toEqual(ids.toSorted());
    const [first, second, third] = now as [string, string, string];
    await owner.deals.move({ id: first, stageId: stage(0), aboveId: second });
    expect(await column(stage(0))).toEqual([second, first, third]);
    await owner.deals.move({ id: third, stageId: stage(0), belowId: first });
    expect(await column(stage(0))).toEqual([second, third, first]);
    await owner.deals.move({ id: first, stageId: stage(0) });
    expect(await column(stage(0))).toEqual([first, second, third]);
    await owner.deals.move({ id: first, stageId: stage(1) });
    // Beside a card that has gone elsewhere meanwhile: at the top.
    await owner.deals.move({ id: third, stageId: stage(0), aboveId: first });
    expect(await column(stage(0))).toEqual([third, second]);
    await owner.deals.deleteMany({ ids });
  });

  it('the gap between two cards is never used up', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.unshift((await owner.deals.create({ contactIds: [anna] })).id);
    let [top, one, two] = ids as [string, string, string];
    for (let i = 0; i < 60; i++) {
      await owner.deals.move({ id: two, stageId: stage(0), aboveId: top });
      [one, two] = [two, one];
      if (i % 20 === 0) expect(await column(stage(0))).toEqual([top, one, two]);
    }
    expect(await column(stage(0))).toEqual([top, one, two]);
    top = one;
    await owner.deals.deleteMany({ ids });
  });

  it('two people who move at once converge: no card is lost, none stands twice', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push((await owner.deals.create({ contactIds: [anna] })).id);
    const move = fc.record({
      who: fc.boolean(),
      card: fc.nat(7),
      beside: fc.option(fc.nat(7), { nil: undefined }),
      side: fc.constantFrom('aboveId', 'belowId'),
      to: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 6 }), async (moves) => {
        await Promise.all(
          moves.map(({ who, card, beside, side, to }) =>
            (who ? owner : other).deals.move({
              id: ids[card]!,
              stageId: stage(to),
              ...(beside === undefined ? {} : { [side]: ids[beside]! }),
            }),
          ),
        );
        const columns = await Promise.all([0, 1, 2, 3].map((index) => column(stage(index))));
        expect(columns.flat().toSorted()).toEqual(ids.toSorted());
        const board = await other.deals.board({ pipelineId: sales.id });
        expect(board.stages.map((one) => one.deals.map((deal) => deal.id))).toEqual(columns);
        expect(board.stages.map((one) => one.totals.count)).toEqual(columns.map((one) => one.length));
      }),
      { numRuns: 12 },
    );
    await owner.deals.deleteMany({ ids });
  });
});

describe('Pipeline statistics', () => {
  it('In Pipeline View, each stage shows total number of deals and total value; filters narrow both', async () => {
    const mine = (amount: number | null, currency: string | null, at: number, title = 'Sofa') =>
      owner.deals.create({ contactIds: [anna], amount, currency, stageId: stage(at), title });
    const ids = [
      (await mine(10_000, 'EUR', 0)).id,
      (await mine(5_000, 'EUR', 1)).id,
      (await mine(7_000, 'USD', 1)).id,
      (await mine(null, null, 1, 'Table')).id,
    ];
    const { stages } = await owner.deals.board({ pipelineId: sales.id, perStage: 2 });
    expect(stages[0]!.totals).toMatchObject({ count: 1, worth: 10_000, weighted: 1_000, unrated: 0 });
    expect(stages[1]!.totals).toEqual({
      count: 3,
      amounts: [
        { currency: 'EUR', amount: 5_000, count: 1, hasRate: true },
        { currency: 'USD', amount: 7_000, count: 1, hasRate: false },
      ],
      currency: 'EUR',
      worth: 5_000,
      weighted: 2_500,
      unrated: 1,
    });
    expect(stages[1]!.deals).toHaveLength(2);
    const more = await owner.deals.stage({ stageId: stage(1), cursor: stages[1]!.nextCursor! });
    expect(more.items).toHaveLength(1);
    expect(stages[2]!.totals).toMatchObject({ count: 0, amounts: [], worth: 0 });
    const filtered = await owner.deals.board({ pipelineId: sales.id, search: 'table' });
    expect(filtered.stages.map((one) => one.totals.count)).toEqual([0, 1, 0, 0]);
    await owner.deals.update({ key: ids[0]!, amount: 30_000 });
    await owner.deals.move({ id: ids[1]!, stageId: stage(2) });
    expect(await owner.deals.totals({})).toMatchObject({ count: 4, worth: 35_000, weighted: 3_000 + 5_000 });
    expect(await owner.deals.totals({ state: 'won' })).toMatchObject({ count: 1, worth: 5_000 });
    await owner.deals.deleteMany({ ids });
    expect(await owner.deals.totals({})).toMatchObject({ count: 0, amounts: [], worth: 0 });
  });
});

describe('List view', () => {
  it('Sort by name, stage, dates, and amount: page by page, without losing or repeating any', async () => {
    const rental = await owner.pipelines.create({ name: 'Rentals' });
    const make = (title: string, amount: number | null, closeDate: string | null, stageId: string) =>
      owner.deals.create({ contactIds: [anna], title, amount, closeDate, stageId });
    await make('Bed', 300, '2026-01-10', stage(1));
    await make('armchair', 100, null, stage(0));
    await make('Desk', null, '2025-05-01', stage(2));
    await make('Chair', 200, '2026-03-01', stage(0));
    await make('Easel', 100, null, stage(0, rental));
    const order = async (sort: DealSort) => {
      const seen = [];
      for (let cursor: string | undefined; ; ) {
        const page = await owner.deals.list({ sort, limit: 2, cursor });
        seen.push(...page.items);
        if (!page.nextCursor) return seen.map((deal) => deal.title);
        cursor = page.nextCursor;
      }
    };
    const all = (await order('created')).toSorted();
    for (const sort of DEAL_SORTS) {
      const titles = await order(sort);
      expect(titles.toSorted(), sort).toEqual(all);
      const back = (sort.startsWith('-') ? sort.slice(1) : `-${sort}`) as DealSort;
      expect(await order(back), sort).toEqual(titles.toReversed());
    }
    expect(await order('title')).toEqual(['armchair', 'Bed', 'Chair', 'Desk', 'Easel']);
    expect(await order('-amount')).toEqual(['Bed', 'Chair', 'Easel', 'armchair', 'Desk']);
    expect((await order('closeDate')).slice(0, 3)).toEqual(['Desk', 'Bed', 'Chair']);
    expect(await order('stage')).toEqual(['Chair', 'armchair', 'Bed', 'Desk', 'Easel']);
  });

  it('Filters: deal name, pipeline, owner, created date, expected close date', async () => {
    const titles = async (filter: Parameters<Client['deals']['list']>[0]) =>
      (await owner.deals.list({ ...filter, sort: 'title' })).items.map((deal) => deal.title);
    const { items } = await owner.pipelines.list({});
    expect(await titles({ search: 'chair' })).toEqual(['armchair', 'Chair']);
    expect(await titles({ search: 'arm air' })).toEqual(['armchair']);
    expect(await titles({ pipelineId: [items[1]!.id] })).toEqual(['Easel']);
    expect(await titles({ ownerId: ['me'] })).toHaveLength(5);
    expect(await titles({ ownerId: ['none'] })).toEqual([]);
    expect(await titles({ createdFrom: '2020-01-01', createdTo: '2020-12-31' })).toEqual([]);
    expect(await titles({ createdFrom: '2020-01-01' })).toHaveLength(5);
    expect(await titles({ closeFrom: '2026-01-10', closeTo: '2026-02-28' })).toEqual(['Bed']);
    expect(await titles({ state: 'open', contactId: anna })).toEqual(['armchair', 'Bed', 'Chair', 'Easel']);
    expect(await titles({ state: 'closed' })).toEqual(['Desk']);
    expect(await titles({ stageId: [stage(2)], activity: 'none' })).toEqual(['Desk']);
  });
});
