// Nobody gets too much of all campaigns together, and a recovering number does little a day.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#db/database.ts';
import { WITHDRAWN_SIGNAL } from '#features/sending/engine/withdrawals.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Campaign } from './campaigns.contract.ts';

const DAY = 86_400_000;
let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let templateId: string;

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  const { id } = await owner.templates.create({
    name: 'spring_offer',
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: { text: 'The new spring collection waits for you in our shop until Sunday evening.' },
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
    },
  });
  templateId = id;
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
});
afterAll(() => product?.close());
// Time never goes back within an installation: what one test moved stays so for the next.
afterAll(() => shiftClock(0));

let next = 0;
async function people(count: number, overrides: Record<string, unknown> = {}): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    next += 1;
    return { id: newId(), phone: `+39334${String(1_000_000 + next)}`, ...overrides };
  });
  await workspace.run(({ tx, workspaceId, now: at }) =>
    tx
      .insertInto('contacts')
      .values(rows.map((row) => ({ ...row, workspace_id: workspaceId, created_at: at, updated_at: at })))
      .execute(),
  );
  return rows.map((row) => row.id);
}

async function send(contactIds: string[], reason: string | null = null): Promise<string> {
  const audience = { listIds: [], contactIds };
  const { id } = await owner.campaigns.create({ name: 'Offer', numberId, templateId, audience } as never);
  const { verdicts } = await owner.campaigns.preflight({ id });
  const said = verdicts.filter(({ outcome, endedBy }) => outcome === 'inform' && endedBy === 'administrator');
  const reasons = reason === null ? [] : said.map(({ rule }) => ({ rule, reason }));
  await owner.campaigns.start({ id, reasons });
  return id;
}

const answer = (contactIds: string[]) =>
  workspace.run((call) =>
    call.tx.updateTable('contacts').set({ last_inbound_at: now() }).where('id', 'in', contactIds).execute(),
  );

const until = (id: string, look: (campaign: Campaign) => boolean) =>
  eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return look(campaign) && campaign;
  });

describe('restraint over all campaigns', () => {
  it('leaves in peace who did not answer, says why, and comes back to them later', async () => {
    const contacts = await people(6);
    await until(await send(contacts), (c) => c.state === 'completed' && c.figures.read === 6);
    const answered = contacts.slice(0, 2);
    await answer(answered);
    const second = await send(contacts);
    const half = await until(second, (c) => c.state === 'running' && c.figures.read === 2);
    expect(half.figures).toMatchObject({ audience: 6, waiting: 4, queued: 0 });
    const { items } = await owner.campaigns.recipients({ id: second, filter: 'held_back', limit: 10 });
    expect(items.map((one) => one.contactId).sort()).toEqual(contacts.slice(2).sort());
    const back = await until(second, (c) => c.waitsFor !== null);
    expect(back.waitsFor!.kind).toBe('people_rest');
    expect(items[0]!.waitsUntil! >= back.waitsFor!.until!).toBe(true);
    expect(new Set(items.map((one) => one.reason))).toEqual(new Set(['unanswered_first']));
    // Two more today are the day's last for who answered.
    await answer(answered);
    const third = await send(answered);
    const held = await eventually(async () => {
      const { items: log } = await owner.watch.log({ limit: 20 });
      const entries = log.filter((entry) => entry.what === 'people_held');
      return entries.length === 2 && entries;
    });
    expect(held).toEqual([
      expect.objectContaining({ people: 2, numbers: { reason: 'daily_cap' } }),
      expect.objectContaining({ people: 4, numbers: { reason: 'unanswered_first' } }),
    ]);
    await owner.campaigns.cancel({ id: third });
    shiftClock(45.1 * DAY);
    const ended = await until(second, (c) => c.state === 'completed');
    expect(ended.figures).toMatchObject({ audience: 6, waiting: 0 });
  });

  it('holds nobody back of a few for whom a reason was given, and keeps the reason', async () => {
    const contacts = await people(3);
    await until(await send(contacts), (c) => c.state === 'completed' && c.figures.read === 3);
    const again = await send(contacts, 'They asked for the price on the phone.');
    await until(again, (c) => c.state === 'completed' && c.figures.read === 3);
    const { verdicts } = await owner.campaigns.preflight({ id: again });
    expect(verdicts.find(({ rule }) => rule === 'R10')).toMatchObject({
      outcome: 'inform',
      answer: { reason: 'They asked for the price on the phone.' },
    });
  });

  it('obeys an opt-out also between claim and send', async () => {
    const pace = (perSecond: number) =>
      workspace.run((call) =>
        call.tx.updateTable('numbers').set({ throughput_per_second: perSecond }).execute(),
      );
    await pace(1);
    // The lane of the campaign before still goes at its own pace: wait until it is given back.
    await eventually(() =>
      workspace.run(async (call) => {
        const held = call.tx.selectFrom('send_lanes').select('held_by').where('held_by', 'is not', null);
        return (await held.execute()).length === 0;
      }),
    );
    const contacts = await people(20);
    const campaign = await send(contacts);
    const queued = (call: { tx: Tx }) =>
      call.tx
        .selectFrom('send_queue')
        .select(['contact_id', 'claim_place as place'])
        .where('campaign_id', '=', campaign);
    await eventually(() =>
      workspace.run(async (call) => (await queued(call).where('claim_place', '>', 0).execute()).length > 0),
    );
    const heard = new Set<string>();
    const deaf = product.signals.on(WITHDRAWN_SIGNAL, (contactId) => void heard.add(contactId));
    // While its progress is locked the lane claims ahead, and lets none of those go.
    const left = await workspace.run(async (call) => {
      const { begun_to: begunTo } = await call.tx
        .selectFrom('lane_progress')
        .select('begun_to')
        .where('number_id', '=', numberId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      await eventually(async () => {
        const { rows } = await sql`select from pg_locks
          where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(call.tx);
        return rows.length > 0;
      });
      const waiting = (await workspace.run((other) => queued(other).execute())).filter(
        ({ place }) => place === null || place > begunTo,
      );
      const ids = waiting.map((row) => row.contact_id!);
      await owner.contacts.setConsent({
        selection: { ids },
        consent: 'unsubscribed',
        source: 'phone call',
      });
      await eventually(async () => ids.every((id) => heard.has(id)));
      return ids;
    });
    deaf();
    await pace(80);
    expect(left.length).toBeGreaterThan(0);
    const ended = await until(
      campaign,
      (c) => c.state === 'completed' && c.figures.read === contacts.length - left.length,
    );
    expect(ended.figures).toMatchObject({ failed: left.length });
    const { items } = await owner.campaigns.recipients({ id: campaign, filter: 'failed', limit: 20 });
    expect(items.map(({ contactId, reason }) => [contactId, reason]).sort()).toEqual(
      left.map((id) => [id, 'contact_unsubscribed']).sort(),
    );
  });

  it('sends no more a day than a recovering number may', async () => {
    await workspace.run(async ({ tx, workspaceId, now: at }) => {
      const stage = { stage: 'recovering', since: at, recovering_until: new Date(at.getTime() + 9 * DAY) };
      await tx
        .insertInto('number_stages')
        .values({ workspace_id: workspaceId, number_id: numberId, ...stage, trouble_since: at })
        .onConflict((c) => c.columns(['workspace_id', 'number_id']).doUpdateSet(stage))
        .execute();
      await tx
        .insertInto('bulk_days')
        .values({ workspace_id: workspaceId, number_id: numberId, day: dayOf(at), people: 245 })
        .onConflict((c) => c.columns(['workspace_id', 'number_id', 'day']).doUpdateSet({ people: 245 }))
        .execute();
    });
    const campaign = await send(await people(8));
    const full = await until(campaign, (c) => c.figures.read === 5);
    expect(full).toMatchObject({ state: 'running', figures: { waiting: 3 } });
    await until(campaign, (c) => c.waitsFor?.kind === 'day_full');
    const { items } = await owner.watch.log({ limit: 1 });
    expect(items[0]).toMatchObject({ what: 'day_full', campaign: { id: campaign } });
    expect((await owner.watch.numbers({})).items[0]!.today).toMatchObject({ people: 250, allowed: 250 });
  });
});

/** The day of Rome, where the workspace is. */
function dayOf(at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' });
}
