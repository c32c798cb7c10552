// Campaigns side by side, over HTTP as the web asks; their statistics as CSV; whom a retry leaves out, by reason.
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import { addMember, type Browser, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { heardBefore } from './campaigns-sms.store.ts';

let database: TestDatabase;
let server: TestServer;
let workspace: TestWorkspace;
let owner: Client;
let browser: Browser;
let spring: string;
let autumn: string;
let draft: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  workspace = await createWorkspace(server.services);
  owner = await workspace.client();
  browser = await addMember(server, workspace.id, 'owner');
  spring = (await owner.campaigns.create({ name: '=Spring, 10% "off"' })).id;
  autumn = (await owner.campaigns.create({ name: 'Autumn' })).id;
  draft = (await owner.campaigns.create({ name: 'Never sent' })).id;
  await figures(spring, { audience: 1_000, sent: 50, delivered: 250, read: 500, failed: 200, replied: 80 });
  await figures(autumn, { audience: 10, read: 8, failed: 2, clicked: 2, link_clicked: 4, opted_out: 1 });
  await owner.rates.import({
    csv: 'market,category,valid_from,currency,price,tier_from\nIT,marketing,2026-01-01,EUR,0.05,\n',
  });
  const day = { workspace_id: workspace.id, day: '2026-06-01', country: 'IT', category: 'marketing' };
  await workspace.run((call) =>
    call.tx
      .insertInto('charges')
      .values([
        { ...day, campaign_id: spring, charged: true, count: 700 },
        { ...day, campaign_id: spring, charged: false, count: 50 },
        { ...day, campaign_id: autumn, charged: true, count: 8 },
      ])
      .execute(),
  );
});
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

async function figures(id: string, counts: Record<string, number>): Promise<void> {
  const columns = Object.entries(counts).map(([name, count]) => [`${name}_count`, count]);
  await workspace.run((call) =>
    call.tx
      .updateTable('campaigns')
      .set({ ...Object.fromEntries(columns), state: 'completed', started_at: call.now })
      .where('id', '=', id)
      .execute(),
  );
}

describe('a comparison', () => {
  it('shows shares and costs in the order that was asked for, each campaign once', async () => {
    const { campaigns } = await owner.campaigns.compare({ ids: [autumn, spring, draft, autumn] });
    expect(campaigns.map((campaign) => campaign.name)).toEqual([
      'Autumn',
      '=Spring, 10% "off"',
      'Never sent',
    ]);
    expect(campaigns[0]!.rates).toEqual({
      delivered: 1,
      read: 1,
      clicked: 0.25,
      linkClicked: 0.5,
      replied: 0,
      optedOut: 0.125,
      failed: 0.2,
    });
    expect(campaigns[1]!.rates).toMatchObject({ delivered: 0.9375, read: 0.625, replied: 0.1, failed: 0.2 });
    expect(campaigns[1]!.cost).toEqual({
      amounts: [{ currency: 'EUR', micros: 35_000_000 }],
      charged: 700,
      free: 50,
      unpriced: 0,
    });
    const nothing = Object.fromEntries(Object.keys(campaigns[2]!.rates).map((rate) => [rate, null]));
    expect(campaigns[2]).toMatchObject({ rates: nothing, cost: null });
  });

  it('is asked for over HTTP with two to ten campaigns that are there', async () => {
    const ask = (ids: string[]) =>
      browser.send('GET', `/api/v1/campaigns/compare?${ids.map((id, at) => `ids[${at}]=${id}`).join('&')}`);
    const answer = await ask([spring, autumn]);
    expect(answer.status).toBe(200);
    expect(answer.body.campaigns).toHaveLength(2);
    expect((await ask([spring])).status).toBe(400);
    expect((await ask(Array.from({ length: 11 }, () => newId()))).status).toBe(400);
    expect(await ask([spring, newId()])).toMatchObject({ status: 404, body: { code: 'not_found' } });
    const stranger = await (await createWorkspace(server.services)).client();
    await expect(stranger.campaigns.compare({ ids: [spring, autumn] })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the sending plan as CSV', () => {
  const download = (id: string) => browser.send('GET', `/api/v1/campaigns/${id}/plan.csv`);

  it('is a row a day, with what was sent of it', async () => {
    await workspace.run((call) => plan(call, autumn));
    const answer = await download(autumn);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sending-plan.csv"',
    });
    const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      day: '2026-06-01',
      state: 'done',
      people: '250',
      sent: '250',
      wrote_lately: '200',
      strangers: '20',
      stage: 'first_week',
      allowed: '250',
      quality: 'high',
    });
    expect(rows[1]).toMatchObject({
      day: '2026-06-02',
      state: 'planned',
      sent: '0',
      ended_at: '',
      quality: '',
    });
  });

  it('is not there without a plan, nor for who may not see campaigns', async () => {
    expect((await download(draft)).status).toBe(404);
    expect((await download(newId())).status).toBe(404);
    const operator = await addMember(server, workspace.id, 'chat_operator');
    expect((await operator.send('GET', `/api/v1/campaigns/${autumn}/plan.csv`)).status).toBe(403);
  });
});

/** A number with a plan of two days, the first of them sent. */
async function plan({ tx, now }: { tx: Tx; now: Date }, campaign_id: string): Promise<void> {
  const known = { workspace_id: workspace.id, created_at: now };
  const account_id = newId();
  const number_id = newId();
  const sealed = { token_sealed: '', app_secret_sealed: '', graph_url: '', graph_version: '' };
  await tx
    .insertInto('whatsapp_accounts')
    .values({ ...known, ...sealed, id: account_id, waba_id: account_id, updated_at: now })
    .execute();
  await tx
    .insertInto('numbers')
    .values({ ...known, id: number_id, account_id, phone_number_id: number_id, phone: '+390655501001' })
    .execute();
  const own = { workspace_id: workspace.id, campaign_id };
  await tx
    .insertInto('campaign_plans')
    .values({ ...own, number_id, time_of_day: '10:00', planned_at: now })
    .execute();
  const day = {
    ...own,
    stage: 'first_week',
    bound: 'rule',
    allowed: 250,
    people: 250,
    warm: 200,
    known: 30,
    cold: 20,
  };
  const sent = { fed: 250, state: 'done', started_at: now, ended_at: now, checked_at: now, quality: 'high' };
  await tx
    .insertInto('campaign_waves')
    .values([
      { ...day, ...sent, position: 1, day: '2026-06-01', due_at: '2026-06-01T08:00:00Z' },
      { ...day, fed: 0, state: 'planned', position: 2, day: '2026-06-02', due_at: '2026-06-02T08:00:00Z' },
    ])
    .execute();
}

describe('the statistics as CSV', () => {
  const download = async (query: string) => {
    const answer = await browser.send('GET', `/api/v1/campaigns/statistics.csv${query}`);
    expect(answer.headers['content-type']).toContain('text/csv');
    return parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
  };

  it('are a row a campaign, newest first, safe in a spreadsheet', async () => {
    const rows = await download('');
    expect(rows.map((row) => row.name)).toEqual(['Never sent', 'Autumn', `'=Spring, 10% "off"`]);
    expect(rows[2]).toMatchObject({
      state: 'completed',
      audience: '1000',
      sent: '800',
      delivered: '750',
      read_rate: '0.625',
      link_clicked_rate: '0',
      charged: '700',
      cost: '35',
      currency: 'EUR',
    });
    expect(rows[0]).toMatchObject({ read_rate: '', cost: '', sent: '0' });
  });

  it('obey the filters of the list, and may be of chosen campaigns', async () => {
    expect((await download('?state=draft')).map((row) => row.name)).toEqual(['Never sent']);
    expect((await download('?search=utu')).map((row) => row.name)).toEqual(['Autumn']);
    expect(await download(`?ids=${spring},${draft}`)).toHaveLength(2);
    expect(await download('?search=nothing')).toEqual([]);
  });

  it('go on from page to page', async () => {
    await workspace.run((call) =>
      sql`insert into campaigns (workspace_id, id, name, state, created_at, updated_at)
        select ${call.workspaceId}, gen_random_uuid(), 'Bulk ' || i, 'cancelled', now() - i * interval '1 hour', now()
        from generate_series(1, 1203) i`.execute(call.tx),
    );
    const rows = await download('?search=Bulk');
    expect(new Set(rows.map((row) => row.id)).size).toBe(1_203);
  });
});

describe('a retry', () => {
  let failed: string;

  beforeAll(async () => {
    failed = (await owner.campaigns.create({ name: 'Failed for many reasons' })).id;
    const people: [reason: string, more?: object][] = [
      ['per_user_marketing_limit'],
      ['provider_fault'],
      ['recipient_unreachable', { unreachable_at: new Date() }],
      ['throughput_exceeded', { unreachable_at: new Date() }],
      // Reached since, for instance because they wrote to us.
      ['recipient_unreachable'],
      ['country_restricted'],
      ['no_address'],
      ['recipient_opted_out', { consent: 'unsubscribed' }],
      ['provider_fault', { blocked_at: new Date() }],
    ];
    await workspace.run(async (call) => {
      for (const [at, [reason, more]] of people.entries()) {
        const id = newId();
        const written = { workspace_id: call.workspaceId, created_at: call.now, updated_at: call.now };
        await call.tx
          .insertInto('contacts')
          .values({ ...written, id, phone: `+39333100000${at}`, ...more })
          .execute();
        const recipient = { workspace_id: call.workspaceId, campaign_id: failed, contact_id: id };
        await call.tx
          .insertInto('campaign_recipients')
          .values({ ...recipient, state: 'failed', reason })
          .execute();
      }
    });
  });

  it('takes those whom another try may reach, and counts the others with the reason', async () => {
    const { retryOf } = await owner.campaigns.retryFailed({ id: failed });
    expect(retryOf).toBe(failed);
    expect(await owner.campaigns.estimate({ audience: {}, retryOf })).toEqual({
      audience: 3,
      excluded: { unreachable: 2, failed_for_good: 2, unsubscribed: 1, blocked: 1 },
      cost: null,
    });
  });

  it('is refused when nobody is left, and sends nobody the SMS of before again', async () => {
    const retry = await owner.campaigns.retryFailed({ id: failed });
    const second = await owner.campaigns.clone({ id: retry.id });
    await workspace.run(async (call) => {
      await call.tx
        .updateTable('campaigns')
        .set({ retry_of: retry.id })
        .where('id', '=', second.id)
        .execute();
      const { rows } = await sql<{ id: string }>`
        select contact_id as id from campaign_recipients where campaign_id = ${failed} order by 1 limit 3`.execute(
        call.tx,
      );
      const ids = rows.map((row) => row.id);
      await sql`insert into sms_messages (workspace_id, id, contact_id, campaign_id, phone, text, parts, marketing,
          state, due_at, created_at, changed_at)
        select ${call.workspaceId}, gen_random_uuid(), u.id, ${failed}, '+39333', 'Hello', 1, true, u.state, now(), now(), now()
        from unnest(${ids.slice(0, 2)}::uuid[], array['delivered', 'failed']) u(id, state)`.execute(call.tx);
      expect(await heardBefore(call, second.id, ids)).toEqual(new Set([ids[0]]));
      expect(await heardBefore(call, failed, ids)).toEqual(new Set());
      await call.tx.updateTable('contacts').set({ unreachable_at: call.now }).execute();
    });
    await expect(owner.campaigns.retryFailed({ id: failed })).rejects.toMatchObject({
      code: 'nobody_to_retry',
    });
  });
});
