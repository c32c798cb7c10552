// What a workspace asks of its deals: required fields, reasons of loss, rates, activities; and deals of who goes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { eraseFromDeals } from './deals.ts';
import { remindJob } from './jobs/remind.job.ts';
import { readRatesCsv } from './read-rates-csv.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
let [anna, bruno, offer, won, lost] = ['', '', '', '', ''];

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  bruno = (await owner.contacts.create({ phone: '+393331112244', firstName: 'Bruno' })).id;
  const { stages } = await owner.pipelines.create({
    name: 'Sales',
    stages: [
      { name: 'First', probability: 10 },
      { name: 'Offer', probability: 50, rottingDays: 3, requiredFields: ['amount'] },
    ],
  });
  [, offer, won, lost] = stages.map((stage) => stage.id) as [string, string, string, string];
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

describe('required fields', () => {
  it('a stage refuses deals that lack what it demands, by name, and takes it along with the move', async () => {
    const deal = await owner.deals.create({ contactIds: [anna] });
    await expect(owner.deals.move({ id: deal.id, stageId: offer })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'amount', message: 'A deal in the stage “Offer” needs an amount.' }],
    });
    const moved = await owner.deals.move({ id: deal.id, stageId: offer, set: { amount: 900 } });
    expect(moved).toMatchObject({ amount: 900, currency: 'EUR', stage: { name: 'Offer' } });
    await expect(owner.deals.update({ key: deal.id, amount: null })).rejects.toMatchObject({
      fields: [{ path: 'amount' }],
    });
  });

  it('the workspace asks for more of every new deal; older ones can still be changed', async () => {
    const older = await owner.deals.create({ contactIds: [anna] });
    expect(await owner.dealSettings.update({ requiredFields: ['reference'] })).toEqual({
      currency: 'EUR',
      requiredFields: ['reference'],
    });
    await expect(owner.deals.create({ contactIds: [anna] })).rejects.toMatchObject({
      fields: [{ path: 'reference', message: 'A deal needs a reference.' }],
    });
    expect(await owner.deals.update({ key: older.id, amount: 5 })).toMatchObject({ amount: 5 });
    expect(await owner.deals.clone({ key: older.id })).toMatchObject({ reference: null });
    await owner.dealSettings.update({ requiredFields: [] });
  });
});

describe('reasons of loss', () => {
  it('belong to lost deals, and go when a deal comes back', async () => {
    const reason = await owner.dealSettings.createLostReason({ name: 'Too dear' });
    await expect(owner.dealSettings.createLostReason({ name: 'too dear' })).rejects.toMatchObject({
      code: 'lost_reason_exists',
    });
    await owner.pipelines.updateStage({ id: lost, requiredFields: ['lostReason'] });
    const { id } = await owner.deals.create({ contactIds: [anna] });
    await expect(owner.deals.move({ id, stageId: lost })).rejects.toMatchObject({
      fields: [{ path: 'lostReasonId' }],
    });
    await expect(owner.deals.update({ key: id, lostReasonId: reason.id })).rejects.toMatchObject({
      fields: [{ path: 'lostReasonId', message: 'Only a lost deal has a reason why it was lost.' }],
    });
    const set = { lostReasonId: reason.id, lostNote: 'Bought elsewhere' };
    expect(await owner.deals.move({ id, stageId: lost, set })).toMatchObject({
      lostReason: { name: 'Too dear' },
      lostNote: 'Bought elsewhere',
    });
    await owner.dealSettings.deleteLostReason({ id: reason.id });
    expect((await owner.dealSettings.lostReasons({})).items).toEqual([]);
    expect((await owner.deals.get({ key: id })).lostReason).toMatchObject({ name: 'Too dear' });
    expect(await owner.deals.update({ key: id, amount: 3 })).toMatchObject({ amount: 3 });
    const back = await owner.deals.move({ id, stageId: offer });
    expect(back).toMatchObject({ lostReason: null, lostNote: null });
    await owner.pipelines.updateStage({ id: lost, requiredFields: [] });
  });
});

describe('money', () => {
  it('amounts are told in the workspace’s currency by rates entered or imported, at once', async () => {
    const dollars = await owner.deals.create({ contactIds: [anna], amount: 10_000, currency: 'USD' });
    const yen = await owner.deals.create({ contactIds: [anna], amount: 5_000, currency: 'JPY' });
    expect((await owner.dealSettings.rates({})).missing).toEqual([
      { currency: 'JPY', amount: 5_000, count: 1 },
      { currency: 'USD', amount: 10_000, count: 1 },
    ]);
    const before = await owner.deals.totals({});
    expect(before.unrated).toBe(2);
    await owner.dealSettings.setRates({ rates: [{ currency: 'USD', rate: 0.9 }] });
    await owner.dealSettings.importRates({ csv: 'currency;rate;date\nJPY;0,0062;2026-11-20\n' });
    expect((await owner.deals.get({ key: dollars.id })).worth).toBe(9_000);
    expect((await owner.deals.get({ key: yen.id })).worth).toBe(3_100);
    const after = await owner.deals.totals({});
    expect([after.unrated, after.worth]).toEqual([0, before.worth + 12_100]);
    expect((await owner.dealSettings.rates({})).items).toMatchObject([
      { currency: 'JPY', rate: 0.0062, source: 'imported', asOf: '2026-11-20' },
      { currency: 'USD', rate: 0.9, source: 'entered' },
    ]);
    await expect(
      owner.dealSettings.importRates({ csv: 'currency,rate\nXYZ,1\nUSD,-3\n' }),
    ).rejects.toMatchObject({ fields: [{ message: expect.stringContaining('Line 2') }, { path: 'csv' }] });
  });

  it('another currency of sums takes the rates along by its own, and forgets them when it has none', async () => {
    const dollars = await owner.deals.create({ contactIds: [anna], amount: 10_000, currency: 'USD' });
    const yen = await owner.deals.create({ contactIds: [anna], amount: 5_000, currency: 'JPY' });
    const worth = async ({ id }: { id: string }) => (await owner.deals.get({ key: id })).worth;
    await owner.dealSettings.setRates({
      rates: [
        { currency: 'USD', rate: 0.8 },
        { currency: 'JPY', rate: 0.006, asOf: '2026-11-20' },
      ],
    });
    await owner.dealSettings.update({ currency: 'USD' });
    expect([await worth(dollars), await worth(yen)]).toEqual([10_000, 3_750]);
    expect(await owner.dealSettings.rates({})).toMatchObject({
      currency: 'USD',
      items: [
        { currency: 'EUR', rate: 1.25 },
        { currency: 'JPY', asOf: '2026-11-20' },
      ],
      missing: [],
    });
    await owner.dealSettings.update({ currency: 'CHF' });
    expect([await worth(dollars), await worth(yen)]).toEqual([null, null]);
    expect((await owner.dealSettings.rates({})).items).toEqual([]);
    await owner.dealSettings.update({ currency: 'EUR' });
  });

  it('a file of rates is read whole or refused', () => {
    expect(readRatesCsv('rate,currency\n1.1,usd\n\n', '2026-01-01')).toEqual({
      rates: [{ currency: 'USD', rate: 1.1, source: 'imported', asOf: '2026-01-01' }],
    });
    expect(readRatesCsv('code,value\nUSD,1', '2026-01-01')).toHaveProperty('problems');
    expect(readRatesCsv('currency,rate\n', '2026-01-01')).toHaveProperty('problems');
  });
});

describe('activities', () => {
  it('the next one is shown with the deal: overdue, today or planned; reminded of once', async () => {
    const deal = await owner.deals.create({ contactIds: [anna] });
    const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    const later = await owner.dealActivities.create({ key: deal.id, title: 'Send the offer', dueAt: at(9) });
    expect(later).toMatchObject({ kind: 'task', when: 'planned', owner: { userId: deal.owner!.userId } });
    const call = await owner.dealActivities.create({
      ...{ key: deal.id, kind: 'call', title: 'Call', dueAt: at(2), remindAt: at(1) },
    });
    expect((await owner.deals.get({ key: deal.id })).nextActivity).toMatchObject({
      id: call.id,
      when: 'planned',
    });
    const among = async (activity: 'overdue' | 'today' | 'planned' | 'none') =>
      (await owner.deals.list({ activity })).items.some(({ id }) => id === deal.id);
    const all = async () => Promise.all((['overdue', 'today', 'planned', 'none'] as const).map(among));
    expect(await all()).toEqual([false, false, true, false]);
    const remind = () => remindJob.run(services, { workspaceId: workspace.id, activityId: call.id }, never);
    const never = new AbortController().signal;
    await remind();
    expect(await reminders()).toBe(0);
    shiftClock(3 * DAY);
    await remind();
    await remind();
    expect(await reminders()).toBe(1);
    const overdue = await owner.deals.list({ activity: 'overdue' });
    expect(overdue.items).toMatchObject([{ id: deal.id, nextActivity: { when: 'overdue' } }]);
    expect((await owner.dealActivities.list({ when: 'overdue', ownerId: 'me' })).items).toHaveLength(1);
    expect(await owner.dealActivities.update({ id: call.id, done: true })).toMatchObject({ when: null });
    expect((await owner.deals.get({ key: deal.id })).nextActivity).toMatchObject({ id: later.id });
    expect(
      (await owner.deals.timeline({ key: deal.id })).items.map(({ kind, activity }) => [kind, activity]),
    ).toEqual([
      ['activity_done', 'Call'],
      ['activity_planned', 'Call'],
      ['activity_planned', 'Send the offer'],
      ['created', null],
    ]);
    await owner.dealActivities.delete({ id: later.id });
    expect(await all()).toEqual([false, false, false, true]);
    expect((await owner.dealActivities.list({ deal: deal.id, state: 'done' })).items).toHaveLength(1);
    shiftClock(0);
  });

  it('what is due later on the same day is shown as today, and overdue when its time has passed', async () => {
    // From ten in the morning of a day to come, there where the workspace is.
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: 'numeric' }).format(new Date()),
    );
    const begin = ((34 - hour) % 24) * 3_600_000;
    const deal = await owner.deals.create({ contactIds: [anna] });
    const shownAt = async (hours: number) => {
      shiftClock(begin + hours * 3_600_000);
      const { nextActivity } = await owner.deals.get({ key: deal.id });
      const { items } = await owner.deals.list({ activity: nextActivity!.when! });
      expect(items.map(({ id }) => id)).toContain(deal.id);
      return nextActivity!.when;
    };
    await owner.dealActivities.create({
      ...{ key: deal.id, title: 'Call' },
      dueAt: new Date(Date.now() + begin + 8 * 3_600_000).toISOString(),
    });
    try {
      expect(await shownAt(-12)).toBe('planned');
      expect([await shownAt(0), await shownAt(7)]).toEqual(['today', 'today']);
      expect(await shownAt(9)).toBe('overdue');
    } finally {
      shiftClock(0);
    }
  });

  it('are listed by whose, kind and pipeline, counted by when, and page by page; those done latest first', async () => {
    const deal = await owner.deals.create({ contactIds: [anna] });
    const other = await owner.pipelines.create({ name: 'Renewals', stages: [{ name: 'A', probability: 5 }] });
    const renewal = await owner.deals.create({ contactIds: [anna], pipelineId: other.id });
    const colleague = await workspace.caller('chat_manager');
    const due = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    const plan = (title: string, more: object) =>
      owner.dealActivities.create({ key: deal.id, title, dueAt: due(-1), kind: 'email', ...more });
    const late = await plan('Late', {});
    const soon = await plan('Soon', { dueAt: due(3) });
    await plan('Later', { dueAt: due(4) });
    await plan('Theirs', { ownerId: colleague.userId! });
    await plan('Renew', { key: renewal.id, kind: 'meeting' });
    const titles = async (input: Parameters<typeof owner.dealActivities.list>[0]) =>
      (await owner.dealActivities.list(input)).items.map((one) => one.title);
    expect(await titles({ ownerId: 'me', kind: 'email' })).toEqual(['Late', 'Soon', 'Later']);
    expect(await titles({ ownerId: colleague.userId! })).toEqual(['Theirs']);
    expect(await titles({ pipelineId: other.id })).toEqual(['Renew']);
    expect(await titles({ kind: 'email', ownerId: 'me', when: 'planned' })).toEqual(['Soon', 'Later']);
    expect(await owner.dealActivities.counts({ ownerId: 'me', kind: 'email' })).toEqual({
      ...{ overdue: 1, today: 0, planned: 2 },
    });
    expect(await owner.dealActivities.counts({ pipelineId: other.id })).toMatchObject({
      overdue: 1,
      planned: 0,
    });
    const first = await owner.dealActivities.list({ kind: 'email', ownerId: 'me', limit: 2 });
    expect(await titles({ kind: 'email', ownerId: 'me', limit: 2, cursor: first.nextCursor! })).toEqual([
      'Later',
    ]);
    await owner.dealActivities.update({ id: soon.id, done: true });
    shiftClock(1_000);
    await owner.dealActivities.update({ id: late.id, done: true });
    shiftClock(0);
    const done = { state: 'done', kind: 'email', deal: deal.id, limit: 1 } as const;
    const latest = await owner.dealActivities.list(done);
    expect(latest.items).toMatchObject([{ title: 'Late', when: null }]);
    expect(await titles({ ...done, cursor: latest.nextCursor! })).toEqual(['Soon']);
  });

  const reminders = () =>
    workspace.run(async ({ tx }) => {
      const query = tx.selectFrom('events').select('id').where('name', '=', 'deal.activity_due');
      return (await query.execute()).length;
    });

  it('a deal that stays too long in its stage is getting old', async () => {
    const deal = await owner.deals.create({ contactIds: [anna], stageId: offer, amount: 1 });
    shiftClock(2 * DAY);
    expect(await owner.deals.get({ key: deal.id })).toMatchObject({ daysInStage: 2, isRotting: false });
    shiftClock(4 * DAY);
    expect(await owner.deals.get({ key: deal.id })).toMatchObject({ daysInStage: 4, isRotting: true });
    shiftClock(0);
  });
});

describe('contacts that become one or go', () => {
  it('deals move to the contact that stays, once', async () => {
    const twin = await owner.contacts.create({ phone: '+393331115555', firstName: 'Annina' });
    const both = await owner.deals.create({ contactIds: [twin.id, anna] });
    const own = await owner.deals.create({ contactIds: [twin.id] });
    await owner.contacts.merge({ id: anna, otherId: twin.id });
    for (const { id } of [both, own])
      expect((await owner.deals.get({ key: id })).contacts.map((contact) => contact.id)).toEqual([anna]);
  });

  it('a deal stays without who was erased; with nobody left it keeps its figures only', async () => {
    const { id } = await owner.contacts.create({ phone: '+393331116666', firstName: 'Zeno' });
    const shared = await owner.deals.create({ contactIds: [id, bruno], amount: 70 });
    const alone = await owner.deals.create({
      contactIds: [id],
      amount: 80,
      reference: 'ZENO-1',
      stageId: won,
    });
    await owner.deals.update({ key: alone.id, title: 'For Zeno' });
    await owner.dealActivities.create({ key: alone.id, title: 'Call Zeno', dueAt: new Date().toISOString() });
    expect((await owner.contacts.deletion({ id })).counts).toMatchObject({ deals: 2 });
    const gone = await owner.deals.create({ contactIds: [id], title: 'Deleted, for Zeno', reference: 'Z' });
    await owner.deals.update({ key: gone.id, title: 'Once more for Zeno' });
    await owner.deals.delete({ key: gone.id });
    const before = await owner.deals.totals({});
    await workspace.run((call) => eraseFromDeals(call, [id], 100));
    expect(await owner.deals.get({ key: shared.id })).toMatchObject({
      title: 'Bruno',
      amount: 70,
      contacts: [{ id: bruno }],
    });
    const left = await owner.deals.get({ key: alone.id });
    expect(left).toMatchObject({ title: '—', reference: null, amount: 80, contacts: [], nextActivity: null });
    expect(await owner.deals.totals({})).toEqual(before);
    const told = await workspace.run(async ({ tx }) => tx.selectFrom('events').select('payload').execute());
    const history = await owner.deals.timeline({ key: alone.id });
    expect(JSON.stringify([told, left, history])).not.toMatch(/zeno/i);
  });
});
