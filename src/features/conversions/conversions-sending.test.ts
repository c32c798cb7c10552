// Sending conversions: whatever a call meets, nothing is told twice, nothing is lost without a word, and it goes on.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '#events/publish.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { type ConversionWorld, startConversionWorld } from '../../../test/support/conversion-world.ts';
import type { Client } from '../../../test/support/workspace.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
let world: ConversionWorld;
let owner: Client;
beforeAll(async () => {
  world = await startConversionWorld();
  owner = world.owner;
});
beforeEach(() => world.anew());
afterAll(() => world?.close());

const save = (changes: object = {}) => owner.conversions.save({ ...world.settings, ...changes });
const trouble = async () => (await owner.conversions.get({})).trouble;
const setEvents = (dealId: string, values: object) =>
  world.workspace.run(({ tx }) =>
    tx.updateTable('conversion_events').set(values).where('deal_id', '=', dealId).execute(),
  );

describe('a call that fails', () => {
  it('because the account is gone says that, and goes out when a number is connected again', async () => {
    const gone = (at: Date | null) =>
      world.workspace.run(({ tx }) => tx.updateTable('numbers').set({ disconnected_at: at }).execute());
    await gone(now());
    const id = await world.deal();
    expect(await world.told(id)).toEqual(['lead waiting']);
    expect(await trouble()).toMatchObject({ kind: 'account_disconnected' });
    await gone(null);
    await world.workspace.run((call) => publish(call, 'number.connected', world.numberId, {}));
    expect(await world.told(id)).toEqual(['lead received']);
    expect(await trouble()).toBeNull();
  });

  it('is not repeated when its answer was lost: Meta may have counted it', async () => {
    world.fault({ cut: true, afterEffect: true });
    const id = await world.deal();
    expect(await world.told(id)).toEqual(['lead uncertain']);
    await world.send();
    expect(world.caught()).toHaveLength(1);
    expect((await owner.conversions.get({})).counts.uncertain).toBeGreaterThan(0);
  });

  it('leaves what a dead worker had begun uncertain, also after conversions were switched off', async () => {
    world.fault({ code: 4 });
    const id = await world.deal();
    await world.settleDown();
    await setEvents(id, { state: 'sending', claim: newId(), claimed_at: now() });
    await save({ enabled: false });
    await world.tend();
    expect(await world.told(id)).toEqual(['lead sending']);
    world.later(6 * MINUTE_MS);
    await world.tend();
    expect(await world.told(id)).toEqual(['lead uncertain']);
    expect(world.caught()).toEqual([]);
  });

  it('is repeated later when it certainly did not count, and given up after seven days', async () => {
    world.fault({ code: 4 });
    const [id, late] = [await world.deal(), await world.deal()];
    expect(await world.told(id)).toEqual(['lead waiting']);
    await world.send();
    expect(world.caught()).toEqual([]);
    await setEvents(late, { happened_at: new Date(now().getTime() - 7 * DAY_MS) });
    world.later(10 * MINUTE_MS);
    await world.send();
    expect(await world.told(id)).toEqual(['lead received']);
    expect(await world.told(late)).toEqual(['lead expired']);
    expect(world.caught()).toHaveLength(1);
    // Pages were told twice: that it was noted, and that it was received.
    const news = await world.workspace.run(({ tx }) =>
      tx
        .selectFrom('events')
        .select('id')
        .where('name', '=', 'deal.conversion_changed')
        .where('subject_id', '=', id)
        .execute(),
    );
    expect(news).toHaveLength(2);
  });

  it('because of too many calls stops nothing: all waits a while, new events too', async () => {
    world.fault({ status: 429, code: 987_654 });
    const first = await world.deal();
    expect(await world.told(first)).toEqual(['lead waiting']);
    const second = await world.deal();
    expect(await world.told(second)).toEqual(['lead waiting']);
    await world.tend();
    expect(await world.told(first)).toEqual(['lead waiting']);
    expect(await trouble()).toBeNull();
    world.later(10 * MINUTE_MS);
    await world.tend();
    expect(await world.told(first)).toEqual(['lead received']);
    expect(await world.told(second)).toEqual(['lead received']);
  });

  it('for a reason that nobody knows says so, and is tried again after an hour', async () => {
    world.fault({ code: 987_654, message: 'Strange' });
    const id = await world.deal();
    expect(await world.told(id)).toEqual(['lead waiting']);
    expect(await trouble()).toMatchObject({
      kind: 'call_refused',
      detail: expect.stringContaining('Strange'),
    });
    world.later(50 * MINUTE_MS);
    await world.tend();
    expect(await world.told(id)).toEqual(['lead waiting']);
    world.later(61 * MINUTE_MS);
    await world.tend();
    expect(await world.told(id)).toEqual(['lead received']);
    expect(await trouble()).toBeNull();
  });

  it('because of the token stops, says so, tells the owners, and goes on when it is mended', async () => {
    const token_sealed = world.services.secrets.seal('EAA-wrong', `conversions:${world.workspace.id}:token`);
    await world.workspace.run(({ tx }) =>
      tx.updateTable('conversion_settings').set({ token_sealed }).execute(),
    );
    const ids = [await world.deal(), await world.deal()];
    expect(await world.told(ids[0]!)).toEqual(['lead waiting']);
    expect(await trouble()).toMatchObject({ kind: 'token_invalid' });
    expect(world.services.sent.filter((mail) => mail.text.includes('token is not valid'))).toHaveLength(1);
    await world.tend();
    world.later(2 * 60 * MINUTE_MS);
    await world.tend();
    expect(world.caught()).toEqual([]);
    await save({ token: null });
    for (const id of ids) expect(await world.told(id)).toEqual(['lead received']);
    expect(world.caught()).toHaveLength(2);
    expect(await trouble()).toBeNull();
  });

  it('while conversions are switched off is not repeated, and says so', async () => {
    // In Meta’s place: switches off while it is asked, and then has no time.
    const server = createServer(async (_request, response) => {
      await save({ enabled: false });
      response.writeHead(429, { 'content-type': 'application/json' }).end('{"error":{"code":4}}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const reach = (graph_url: string) =>
      world.workspace.run(({ tx }) => tx.updateTable('whatsapp_accounts').set({ graph_url }).execute());
    try {
      await reach(`http://127.0.0.1:${port}`);
      const id = await world.deal();
      expect(await world.told(id)).toEqual(['lead left_out switched_off']);
      expect(world.caught()).toEqual([]);
    } finally {
      await reach(world.simulator.url);
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
});

describe('a bad event', () => {
  it('is found and says why; the good ones go once', async () => {
    const bad = await world.person();
    await world.fromAd(bad, 'made-up');
    const ids = [];
    for (const contactIds of [undefined, [bad], undefined, undefined, undefined])
      ids.push(await world.deal(contactIds ? { contactIds } : {}));
    expect(await world.told(ids[1]!)).toEqual(['lead refused click_refused']);
    for (const id of ids.toSpliced(1, 1)) expect(await world.told(id)).toEqual(['lead received']);
    expect(world.caught()).toHaveLength(4);
    const [refused] = (await owner.conversions.ofDeal({ id: ids[1]! })).items;
    expect(refused!.detail).toContain('ctwa_clid');
  });

  it('costs a few calls, none of which has more than a thousand', async () => {
    const id = await world.deal();
    await world.settleDown();
    const bad = await world.person();
    await world.fromAd(bad, 'made-up');
    await world.workspace.run(async ({ tx, workspaceId }) => {
      await sql`insert into contacts (workspace_id, id, phone, created_at, updated_at)
        select ${workspaceId}::uuid, gen_random_uuid(), '+3934780' || (10000 + n), now(), now()
        from generate_series(1, 1100) n`.execute(tx);
      // The bad one is of the first call, wherever in it.
      await sql`insert into conversion_events (workspace_id, id, deal_id, contact_id, kind, happened_at, state, created_at)
        select workspace_id, case when id = ${bad} then ${newId()}::uuid else gen_random_uuid() end, ${id}, id, 'lead',
          now(), 'waiting', now()
        from contacts where phone like '+3934780%' or id = ${bad}`.execute(tx);
    });
    world.simulator.world.conversions.clear();
    const calls: { sent: number; taken: number }[] = [];
    const stop = world.simulator.world.feed.listen((news) => {
      if (news.kind === 'conversions') calls.push(news);
    });
    await world.send();
    stop();
    const sent = world.caught().map(({ event_id }) => event_id);
    expect(new Set(sent).size).toBe(1_100);
    expect(sent).toHaveLength(1_100);
    expect(calls[0]).toMatchObject({ sent: 1_000, taken: 0 });
    expect(Math.max(...calls.map((call) => call.sent))).toBe(1_000);
    // A thousand is halved at most ten times until one is alone; each halving has a call that is taken.
    expect(calls.filter((call) => call.taken === 0).length).toBeLessThanOrEqual(11);
    expect(calls.length).toBeLessThanOrEqual(22);
  });

  it('is not guessed at while nothing was received with these settings: one of them may be wrong', async () => {
    const wrong = () => world.fault({ code: 100 });
    wrong();
    const ids = [await world.deal(), await world.deal()];
    for (const id of ids) expect(await world.told(id)).toEqual(['lead waiting']);
    expect(await trouble()).toMatchObject({ kind: 'call_refused' });
    // A test event that is received shows that the settings are right.
    expect(await owner.conversions.check({})).toMatchObject({ received: true });
    for (const id of ids) expect(await world.told(id)).toEqual(['lead received']);
    wrong();
    const last = await world.deal();
    expect(await world.told(last)).toEqual(['lead refused event_refused']);
  });
});
