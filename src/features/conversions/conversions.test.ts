// Conversions: what happens to deals is told to Meta's imitation over HTTP, once each, and stays with its people.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { type ConversionWorld, startConversionWorld } from '../../../test/support/conversion-world.ts';
import { eventually } from '../../../test/support/product.ts';
import type { Client } from '../../../test/support/workspace.ts';
import { noteDealsJob } from './jobs/note-deals.job.ts';
import { noteDeals } from './note-deals.ts';

const DAY_MS = 86_400_000;
let world: ConversionWorld;
let owner: Client;
beforeAll(async () => {
  world = await startConversionWorld();
  owner = world.owner;
});
afterAll(() => world?.close());

const save = (changes: object = {}) => owner.conversions.save({ ...world.settings, ...changes });

describe('the settings', () => {
  it('are off at first: nothing is noted', async () => {
    expect(await owner.conversions.get({})).toMatchObject({ enabled: false, subscribedOnly: true });
    expect(await world.told(await world.deal())).toEqual([]);
  });

  it('need an account of the workspace and a dataset', async () => {
    await expect(save({ accountId: null, datasetId: '' })).rejects.toMatchObject({
      fields: [{ path: 'accountId' }, { path: 'datasetId' }],
    });
    await expect(save({ accountId: newId() })).rejects.toMatchObject({ fields: [{ path: 'accountId' }] });
  });

  it('are not switched on with a dataset of another account, nor with a token that Meta does not accept', async () => {
    await expect(save({ datasetId: '123456' })).rejects.toMatchObject({
      fields: [{ path: 'datasetId', message: expect.stringContaining('find it') }],
    });
    await expect(save({ token: 'EAA-wrong' })).rejects.toMatchObject({
      fields: [{ path: 'token', message: expect.stringContaining('paste a valid one') }],
    });
    expect(await owner.conversions.get({})).toMatchObject({ enabled: false });
    // Off they may be kept as they are; and what Meta does not say does not hinder.
    expect(await save({ enabled: false, datasetId: '123456' })).toMatchObject({ datasetId: '123456' });
    world.simulator.world.faults.plan({ times: 1, path: '/dataset', code: 4 });
    expect(await save()).toMatchObject({ enabled: true });
  });

  it('keep the token, which is not told and can be taken back', async () => {
    const kept = await save({ enabled: false, token: 'EAA-wrong-token' });
    expect(kept).toMatchObject({ hasToken: true });
    expect(JSON.stringify(kept)).not.toContain('EAA');
    expect(await owner.conversions.check({})).toMatchObject({ received: false, trouble: 'token_invalid' });
    expect(await save({ token: null })).toMatchObject({ hasToken: false });
  });

  it('are tried with one test event, which needs a test code', async () => {
    await save({ testCode: '' });
    await expect(owner.conversions.check({})).rejects.toMatchObject({
      code: 'conversions_test_code_missing',
    });
    await save();
    expect(await owner.conversions.check({})).toEqual({ received: true, trouble: null, detail: null });
    expect(world.simulator.world.conversions.list()).toMatchObject([{ test: 'TEST1' }]);
  });

  it('can be forgotten', async () => {
    await owner.conversions.clear({});
    expect(await owner.conversions.get({})).toMatchObject({
      ...{ enabled: false, accountId: null, datasetId: '', testCode: '', subscribedOnly: true },
    });
  });
});

describe('a deal', () => {
  beforeEach(() => world.anew());

  const names = () => world.caught().map((event) => event.event_name);
  const sale = { amount: 125_050, currency: 'EUR' };

  it('is told from lead to purchase, each once, with its amount in whole units', async () => {
    const id = await world.deal({ ...sale, title: 'Kitchen' });
    await owner.deals.update({ key: id, title: 'Kitchen and bath' });
    await owner.deals.update({ key: id, title: 'Bath' });
    await owner.deals.move({ id, stageId: world.stages.Won });
    expect(await world.told(id)).toEqual(['lead received', 'purchase received', 'view received']);
    expect(names()).toEqual(['LeadSubmitted', 'ViewContent', 'Purchase']);
    expect(world.caught().at(-1)!.custom_data).toEqual({ currency: 'EUR', value: 1250.5 });
    // Taken back and won again it is still one sale.
    await owner.deals.move({ id, stageId: world.stages.Offer });
    await owner.deals.move({ id, stageId: world.stages.Won });
    await world.settleDown();
    expect(world.caught()).toHaveLength(3);
  });

  it('that is lost is told as a view of its own, on the day of other views too', async () => {
    const id = await world.deal();
    await owner.deals.update({ key: id, title: 'Bath' });
    await owner.deals.move({ id, stageId: world.stages.Lost });
    await owner.deals.update({ key: id, title: 'Bath and kitchen' });
    await owner.deals.move({ id, stageId: world.stages.Offer });
    await owner.deals.move({ id, stageId: world.stages.Lost });
    expect(await world.told(id)).toEqual(['lead received', 'lost received', 'view received']);
    expect(names()).toEqual(['LeadSubmitted', 'ViewContent', 'ViewContent']);
  });

  it('names who came by an advertisement by its click id', async () => {
    const contactId = await world.person();
    await world.fromAd(contactId, 'ARAclick-1_x');
    await world.deal({ contactIds: [contactId] });
    await world.settleDown();
    expect(world.caught()).toMatchObject([{ user_data: { ctwa_clid: 'ARAclick-1_x' } }]);
  });

  it('is told as a sale once its amount is known, and of nobody who does not want it', async () => {
    const id = await world.deal();
    await owner.deals.move({ id, stageId: world.stages.Won });
    expect(await world.told(id)).toEqual(['lead received', 'purchase left_out amount_missing']);
    await owner.deals.update({ key: id, amount: 900, currency: 'JPY' });
    expect(await world.told(id)).toEqual(['lead received', 'purchase received']);
    expect(world.caught().at(-1)!.custom_data).toEqual({ currency: 'JPY', value: 900 });
    const leaving = await world.person({ consent: 'unsubscribed' });
    const other = await world.deal({ contactIds: [leaving] });
    expect(await world.told(other)).toEqual(['lead left_out unsubscribed']);
  });

  it.each(['at once', 'in the wrong order'])('is one sale when its news are noted %s', async (how) => {
    const id = await world.deal();
    await world.settleDown();
    await owner.deals.move({ id, stageId: world.stages.Won });
    await owner.deals.update({ key: id, ...sale });
    const rows = await world.workspace.run(({ tx }) =>
      tx
        .selectFrom('events')
        .select('id')
        .where('subject_id', '=', id)
        .where('name', '=', 'deal.updated')
        .orderBy('id', 'desc')
        .execute(),
    );
    expect(rows).toHaveLength(2);
    const note = (eventId: string) =>
      noteDealsJob.run(
        world.services,
        { workspaceId: world.workspace.id, eventIds: [eventId] },
        new AbortController().signal,
      );
    if (how === 'at once') await Promise.all(rows.map((row) => note(row.id)));
    else for (const row of rows) await note(row.id);
    expect(await world.told(id)).toEqual(['lead received', 'purchase received']);
    expect(world.caught().at(-1)!.custom_data).toEqual({ currency: 'EUR', value: 1250.5 });
  });

  it('is a sale of the next of its people when the first has unsubscribed before it is sent', async () => {
    const [first, second] = [await world.person(), await world.person()];
    const id = await world.deal({ ...sale, contactIds: [first, second] });
    await world.settleDown();
    world.fault({ code: 4 });
    await owner.deals.move({ id, stageId: world.stages.Won });
    expect(await world.told(id)).toContain('purchase waiting');
    await owner.contacts.setConsent({
      selection: { ids: [first] },
      consent: 'unsubscribed',
      source: 'phone',
    });
    world.later(10 * 60_000);
    await world.send();
    const { items } = await owner.conversions.ofDeal({ id });
    expect(items[0]).toMatchObject({ kind: 'purchase', state: 'received', contact: { id: second } });
    const { phone } = await owner.contacts.get({ id: second });
    const hash = createHash('sha256').update(phone!.replace('+', '')).digest('hex');
    expect(world.caught().at(-1)).toMatchObject({ event_name: 'Purchase', user_data: { ph: [hash] } });
  });

  it('that was won before is no sale of now, nor is what a file brings', async () => {
    await save({ enabled: false });
    const before = await world.deal({ ...sale, stageId: world.stages.Won });
    await world.settleDown();
    await save();
    await owner.deals.update({ key: before, title: 'Long ago' });
    expect(await world.told(before)).toEqual([]);
    const input = {
      ...{ title: 'From a file', stageId: world.stages.Won, amount: 100 },
      contactIds: [await world.person()],
    };
    const { createDeal } = await import('#features/deals/deals.ts');
    const { id } = await world.workspace.run((call) => {
      const byOwner = { ...call, userId: world.ownerId, fromFile: true as const };
      return createDeal(byOwner, input as Parameters<typeof createDeal>[1]);
    });
    expect(await world.told(id)).toEqual([]);
  });

  it('is a sale when its stage has become one of 100 %, or it stood in one since before and is won now', async () => {
    const standing = await world.deal(sale);
    await save({ enabled: false });
    const before = await world.deal({ ...sale, stageId: world.stages.Signed });
    await world.settleDown();
    await save();
    await owner.pipelines.updateStage({ id: world.stages.Offer, probability: 100 });
    await owner.deals.update({ key: standing, title: 'Signed' });
    await owner.pipelines.updateStage({ id: world.stages.Offer, probability: 40 });
    await owner.deals.move({ id: before, stageId: world.stages.Won });
    expect(await world.told(standing)).toContain('purchase received');
    expect(await world.told(before)).toEqual(['purchase received']);
    expect(names().filter((name) => name === 'Purchase')).toHaveLength(2);
  });

  it('keeps, when two contacts become one, what has come further', async () => {
    const [one, two] = [await world.person(), await world.person()];
    const cases = [
      { kept: 'received', gone: 'left_out', stays: 'received' },
      { kept: 'waiting', gone: 'left_out', stays: 'waiting' },
      { kept: 'left_out', gone: 'waiting', stays: 'waiting' },
      { kept: 'waiting', gone: 'received', stays: 'received' },
      { kept: 'received', gone: 'uncertain', stays: 'received' },
    ];
    const deals: string[] = [];
    for (const _case of cases) deals.push(await world.deal({ contactIds: [one, two] }));
    await world.settleDown();
    const { mergeContacts } = await import('#features/contacts/contacts.ts');
    await import('#app/contact-mergers.ts');
    await world.workspace.run(async (call) => {
      const set = (dealId: string, contactId: string, state: string) =>
        call.tx
          .updateTable('conversion_events')
          .set({ state })
          .where('deal_id', '=', dealId)
          .where('contact_id', '=', contactId)
          .execute();
      for (const [n, { kept, gone }] of cases.entries()) {
        await set(deals[n]!, one, kept);
        await set(deals[n]!, two, gone);
      }
      await mergeContacts(call, one, two);
    });
    for (const [n, { stays }] of cases.entries()) {
      const { items } = await owner.conversions.ofDeal({ id: deals[n]! });
      expect(items).toMatchObject([{ contact: { id: one }, state: stays }]);
    }
  });

  it('is told no more once conversions are off; what waited says so', async () => {
    world.fault({ code: 4 });
    const id = await world.deal();
    expect(await world.told(id)).toEqual(['lead waiting']);
    await save({ enabled: false });
    expect(await world.told(id)).toEqual(['lead left_out switched_off']);
    await owner.deals.update({ key: id, title: 'Quiet' });
    expect(await world.told(id)).toHaveLength(1);
  });

  it('that is being noted while conversions are switched off is not told', async () => {
    const id = await world.deal();
    const { off } = await world.workspace.run(async (call) => {
      const news = await call.tx.selectFrom('events').select('id').where('subject_id', '=', id).execute();
      await noteDeals(
        call,
        news.map((event) => event.id),
      );
      const off = save({ enabled: false });
      await eventually(async () => {
        const { rowCount } = await world.watcher.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rowCount !== 0;
      });
      return { off };
    });
    await off;
    expect(await world.told(id)).toEqual(['lead left_out switched_off']);
  });

  it('keeps views for ninety days, also after conversions were switched off or forgotten', async () => {
    const id = await world.deal();
    await owner.deals.update({ key: id, title: 'Bath' });
    expect(await world.told(id)).toHaveLength(2);
    await save({ enabled: false });
    await owner.conversions.clear({});
    world.later(89 * DAY_MS);
    await world.tend();
    expect(await world.told(id)).toHaveLength(2);
    world.later(92 * DAY_MS);
    await world.tend();
    expect(await world.told(id)).toEqual(['lead received']);
    expect(now().getTime()).toBeGreaterThan(Date.now() + 91 * DAY_MS);
  });
});
