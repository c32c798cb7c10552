// The report on deals, and goals: win rate, cycle time, conversion between stages, forecast.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import type { FigureLink } from '#web/ui/report/figure-link.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, clientFor, createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { listFilterOf } from './web/deal-query.ts';
import { linksOf } from './web/deal-report-links.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let owner: Client;
let userId: string;
let anna: string;
let [first, offer, won, lost] = ['', '', '', ''];
/** In the middle of a month, so that what happens within a week is within it. */
const START = Date.parse('2030-05-10T10:00:00Z');
const dayIn = (days: number) => new Date(START + days * DAY).toISOString().slice(0, 10);
const clockTo = (days: number) => shiftClock(START + days * DAY - Date.now());

beforeAll(async () => {
  clockTo(0);
  database = await createTestDatabase();
  const services = testServices(database);
  const workspace = await createWorkspace(services);
  const giulia = await workspace.caller('owner');
  userId = giulia.userId!;
  owner = clientFor(services, giulia);
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  const { stages } = await owner.pipelines.create({
    name: 'Sales',
    stages: [
      { name: 'First', probability: 10 },
      { name: 'Offer', probability: 50 },
    ],
  });
  [first, offer, won, lost] = stages.map((stage) => stage.id) as [string, string, string, string];
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

it('tells win rate, cycle time, conversion, reasons and forecast', async () => {
  const make = (amount: number, closeDate?: string) =>
    owner.deals.create({ contactIds: [anna], amount, closeDate: closeDate ?? null }).then((deal) => deal.id);
  const [a, b, c, d] = [
    await make(1_000),
    await make(2_000),
    await make(3_000),
    await make(4_000, '2031-05-20'),
  ];
  const dear = await owner.dealSettings.createLostReason({ name: 'Too dear' });
  clockTo(2);
  await owner.deals.move({ id: a, stageId: offer });
  await owner.deals.move({ id: b, stageId: offer });
  clockTo(4);
  await owner.deals.move({ id: a, stageId: won });
  await owner.deals.move({ id: b, stageId: lost, set: { lostReasonId: dear.id } });
  clockTo(6);
  // Past the offer, straight to Won.
  await owner.deals.move({ id: c, stageId: won });
  const report = await owner.dealReports.report({ from: dayIn(-1), to: dayIn(8) });
  expect(report).toMatchObject({
    currency: 'EUR',
    won: { count: 2, worth: 4_000, days: { average: 5, median: 5 } },
    lost: { count: 1, worth: 2_000, days: { average: 4 } },
    winRate: 2 / 3,
    winRateByWorth: 4 / 6,
    lostReasons: [{ reason: 'Too dear', count: 1, worth: 2_000 }],
    owners: [{ owner: { userId }, won: 2, lost: 1, worth: 4_000 }],
    forecast: [
      { month: dayIn(0).slice(0, 7), count: 0, worth: 0, weighted: 0, wonCount: 2, won: 4_000 },
      { month: '2031-05', count: 1, worth: 4_000, weighted: 400, wonCount: 0, won: 0 },
    ],
    unrated: [],
  });
  expect(report.stages).toMatchObject([
    { id: first, reached: 4, toNext: 3 / 4, averageDays: 4 },
    { id: offer, reached: 3, toNext: 2 / 3, averageDays: 2 },
    { id: won, reached: 2, toNext: null, averageDays: null },
  ]);
  const none = await owner.dealReports.report({ from: '2020-01-01', to: '2020-12-31' });
  expect(none).toMatchObject({
    won: { count: 0, days: null },
    winRate: null,
    stages: [{ reached: 0 }, {}, {}],
  });
  expect(none.forecast).toEqual(report.forecast.slice(-1));
  await expect(owner.dealReports.report({ from: '2026-02-01', to: '2026-01-01' })).rejects.toMatchObject({
    fields: [{ path: 'to' }],
  });
  await owner.deals.deleteMany({ ids: [d] });
  clockTo(0);
});

it('each figure leads to a list of as many deals', async () => {
  const period = { from: dayIn(-1), to: dayIn(8) };
  await owner.deals.create({ contactIds: [anna], amount: 700, closeDate: '2031-08-31' });
  const undated = await owner.deals.create({ contactIds: [anna], amount: 500, currency: 'CHF' });
  const pipelineId = undated.pipeline.id;
  for (const name of [undefined, 'me', 'none'] as const) {
    const report = await owner.dealReports.report({ pipelineId, ...period, ...(name && { ownerId: name }) });
    const links = linksOf({ pipelineId, owner: name, ...period });
    const leadsTo = async ({ search }: FigureLink) => (await owner.deals.totals(listFilterOf(search))).count;
    const found = {
      won: await leadsTo(links.won),
      lost: await leadsTo(links.lost),
      open: await leadsTo(links.open),
      stages: await Promise.all(report.stages.map(({ id }) => leadsTo(links.reached(id)))),
      reasons: await Promise.all(report.lostReasons.map(({ id }) => leadsTo(links.lostFor(id)))),
      owners: await Promise.all(report.owners.map((one) => leadsTo(links.wonBy(one.owner?.userId ?? null)))),
      closing: await Promise.all(report.forecast.map(({ month }) => leadsTo(links.closingIn(month)))),
    };
    expect(found).toEqual({
      won: report.won.count,
      lost: report.lost.count,
      open: report.forecast.reduce((all, row) => all + row.count, 0),
      stages: report.stages.map(({ reached }) => reached),
      reasons: report.lostReasons.map(({ count }) => count),
      owners: report.owners.map((one) => one.won),
      closing: report.forecast.map(({ count }) => count),
    });
    expect(report.won.count).toBe(name === 'none' ? 0 : 2);
    for (const { month, wonCount } of report.forecast)
      if (month !== null) expect(await leadsTo(links.wonIn(month))).toBe(wonCount);
  }
  const { unrated } = await owner.dealReports.report({ pipelineId });
  expect(unrated).toEqual([{ currency: 'CHF', amount: 500, count: 1 }]);
  expect((await owner.deals.totals({})).amounts).toContainEqual({ ...unrated[0], hasRate: false });
  await owner.deals.deleteMany({ ids: [undated.id] });
});

it('sets goals of a month against what was won and what is to come', async () => {
  await owner.dealReports.setGoals({ month: '2031-06', goals: [{ ownerId: userId, amount: 900_000 }] });
  await owner.deals.create({ contactIds: [anna], stageId: offer, amount: 500, closeDate: '2031-06-30' });
  expect(await owner.dealReports.goals({ month: '2031-06' })).toEqual({
    month: '2031-06',
    currency: 'EUR',
    items: [
      {
        owner: { userId, name: expect.any(String) },
        goal: { amount: 900_000, currency: 'EUR', worth: 900_000 },
        won: 0,
        weighted: 250,
      },
    ],
  });
  await owner.dealReports.setGoals({ month: '2031-06', goals: [{ ownerId: userId, amount: null }] });
  const { items } = await owner.dealReports.goals({ month: '2031-06' });
  expect(items).toMatchObject([{ goal: null }]);
});

it('sets the same goals for several months at once, and refuses who is no member', async () => {
  const goals = [{ ownerId: userId, amount: 50_000 }];
  const goalOf = async (month: string) =>
    (await owner.dealReports.goals({ month })).items.find((one) => one.owner.userId === userId)?.goal?.amount;
  await owner.dealReports.setGoals({ month: '2032-11', through: '2033-01', goals });
  expect(await Promise.all(['2032-10', '2032-11', '2032-12', '2033-01', '2033-02'].map(goalOf))).toEqual([
    undefined,
    50_000,
    50_000,
    50_000,
    undefined,
  ]);
  await expect(
    owner.dealReports.setGoals({ month: '2032-11', through: '2032-10', goals }),
  ).rejects.toMatchObject({ fields: [{ path: 'through' }] });
  await expect(
    owner.dealReports.setGoals({ month: '2032-11', through: '2036-11', goals }),
  ).rejects.toMatchObject({ fields: [{ path: 'through' }] });
  await expect(
    owner.dealReports.setGoals({ month: '2032-11', goals: [{ ownerId: anna, amount: 1 }] }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

it('a goal keeps its currency when the workspace tells its sums in another one', async () => {
  const goal = async () => (await owner.dealReports.goals({ month: '2034-01' })).items[0]?.goal;
  await owner.dealReports.setGoals({ month: '2034-01', goals: [{ ownerId: userId, amount: 80_000 }] });
  await owner.dealSettings.setRates({ rates: [{ currency: 'USD', rate: 0.8 }] });
  await owner.dealSettings.update({ currency: 'USD' });
  expect(await goal()).toEqual({ amount: 80_000, currency: 'EUR', worth: 100_000 });
  await owner.dealSettings.update({ currency: 'GBP' });
  expect(await goal()).toEqual({ amount: 80_000, currency: 'EUR', worth: null });
  expect((await owner.dealSettings.rates({})).missing.map(({ currency }) => currency)).toContain('EUR');
  await owner.dealSettings.setRates({ rates: [{ currency: 'EUR', rate: 0.5 }] });
  expect(await goal()).toMatchObject({ worth: 40_000 });
  await owner.dealSettings.update({ currency: 'EUR' });
  expect(await goal()).toEqual({ amount: 80_000, currency: 'EUR', worth: 80_000 });
});
