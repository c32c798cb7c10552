// Reports: figures of days in the workspace's time zone, who sees what, tallies that follow every move.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#kit/ids.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { foldTallies } from './reports.store.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
});
afterAll(() => database.drop());
afterEach(() => vi.useRealTimers());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A time of a test: nothing but the clock is held. */
function itIs(instant: string): Date {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
  return new Date(instant);
}

type World = { workspace: TestWorkspace; owner: Client; contactId: string; conversationId: string };

async function world(phone = '+393331230001'): Promise<World> {
  const workspace = await createWorkspace(services);
  const owner = await workspace.client();
  const { id: contactId } = await owner.contacts.create({ phone, firstName: 'Giulia' });
  return { workspace, owner, contactId, conversationId: await openConversation(workspace, contactId) };
}

/** Writes messages as the sending and receiving features do: many rows by one statement. */
function messages(
  { workspace, contactId, conversationId }: World,
  states: string[],
  at: Date,
): Promise<string[]> {
  return workspace.run(async ({ tx, workspaceId }) => {
    const { number_id } = await tx
      .selectFrom('conversations')
      .select('number_id')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    const rows = states.map((state) => ({
      workspace_id: workspaceId,
      id: newId(),
      conversation_id: conversationId,
      contact_id: contactId,
      number_id,
      direction: state === 'received' ? 'in' : 'out',
      kind: state === 'received' ? 'text' : 'template',
      content: '{}',
      state,
      at,
    }));
    await tx.insertInto('messages').values(rows).execute();
    return rows.map((row) => row.id);
  });
}

function move({ workspace }: World, ids: string[], state: string) {
  return workspace.run(({ tx }) =>
    tx.updateTable('messages').set({ state }).where('id', 'in', ids).execute(),
  );
}

describe('the overview', () => {
  it('follows each message from queued to read, and counts it once', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    const ids = await messages(w, ['queued', 'queued', 'queued', 'queued'], now);
    await move(w, ids, 'accepted');
    await move(w, ids, 'sent');
    await move(w, ids.slice(0, 3), 'delivered');
    await move(w, ids.slice(0, 1), 'read');
    await move(w, ids.slice(3), 'failed');
    await messages(w, ['received', 'received'], now);
    const { today } = (await w.owner.reports.overview({})).periods;
    expect(today).toMatchObject({ sent: 3, delivered: 3, read: 1, failed: 1, received: 2 });
  });

  it('begins and ends days where the workspace is', async () => {
    itIs('2026-11-21T10:00:00Z');
    const w = await world();
    await messages(w, ['read'], new Date('2026-11-20T22:59:00Z'));
    await messages(w, ['read', 'read'], new Date('2026-11-20T23:00:00Z'));
    const { timeZone, days, periods } = await w.owner.reports.overview({});
    expect(timeZone).toBe('Europe/Rome');
    expect(days.map((day) => day.day).slice(-2)).toEqual(['2026-11-20', '2026-11-21']);
    expect(days.slice(-2).map((day) => day.read)).toEqual([1, 2]);
    expect(periods.today).toMatchObject({ from: '2026-11-20T23:00:00.000Z', sent: 2 });
    expect(periods.week.sent).toBe(3);
  });

  it('keeps a day of 25 hours whole', async () => {
    itIs('2026-10-26T10:00:00Z');
    const w = await world();
    await messages(w, ['sent'], new Date('2026-10-24T22:00:00Z'));
    await messages(w, ['sent', 'sent'], new Date('2026-10-25T22:45:00Z'));
    const { days } = await w.owner.reports.overview({});
    expect(days.slice(-2).map(({ day, sent }) => [day, sent])).toEqual([
      ['2026-10-25', 3],
      ['2026-10-26', 0],
    ]);
  });

  it('counts a week and a month by calendar days', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    for (const days of [0, 6, 7, 29, 30])
      await messages(w, ['sent'], new Date(now.getTime() - days * DAY_MS));
    const { periods, days } = await w.owner.reports.overview({});
    expect([periods.today.sent, periods.week.sent, periods.month.sent]).toEqual([1, 2, 4]);
    expect(days).toHaveLength(30);
  });

  it('says the same before and after tallies are added up, and when messages are deleted', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    const ids = await messages(w, ['queued', 'queued'], now);
    for (const state of ['sent', 'delivered', 'read']) await move(w, ids, state);
    const before = (await w.owner.reports.overview({})).days;
    while ((await foldTallies(services.db, 2)) > 0);
    expect((await w.owner.reports.overview({})).days).toEqual(before);
    const { rows } = await w.workspace.run(({ tx }) =>
      sql<{ count: number }>`select count(*) as count from message_tallies`.execute(tx),
    );
    expect(rows[0]!.count).toBe(1);
    await w.owner.contacts.delete({ id: w.contactId });
    expect((await w.owner.reports.overview({})).days).toEqual(before);
  });

  it('counts people: reached, new, opted out and not back', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    const other = await w.owner.contacts.create({ phone: '+393331230002' });
    await w.workspace.run(({ tx }) =>
      tx
        .updateTable('contacts')
        .set({
          last_outbound_at: new Date(now.getTime() - 3 * DAY_MS),
          created_at: new Date(now.getTime() - 20 * DAY_MS),
        })
        .where('id', '=', w.contactId)
        .execute(),
    );
    itIs('2026-11-21T10:05:00Z');
    await w.owner.contacts.setConsent({
      selection: { ids: [other.id] },
      consent: 'unsubscribed',
      source: 'test',
    });
    await w.owner.contacts.setConsent({
      selection: { ids: [w.contactId] },
      consent: 'unsubscribed',
      source: 'test',
    });
    await w.owner.contacts.setConsent({
      selection: { ids: [w.contactId] },
      consent: 'subscribed',
      source: 'test',
    });
    const { today, week, month } = (await w.owner.reports.overview({})).periods;
    expect(today).toMatchObject({ peopleReached: 0, newContacts: 1, optOuts: 1 });
    expect(week).toMatchObject({ peopleReached: 1, newContacts: 1 });
    expect(month).toMatchObject({ peopleReached: 1, newContacts: 2 });
  });

  it('shows an operator only what is assigned to them', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    await messages(w, ['read', 'received'], now);
    const other = await w.owner.contacts.create({ phone: '+393331230002' });
    const theirs = {
      ...w,
      contactId: other.id,
      conversationId: await openConversation(w.workspace, other.id),
    };
    await messages(theirs, ['delivered', 'delivered'], now);
    const operator = await w.workspace.caller('chat_operator');
    const client = clientFor(services, operator);
    expect((await client.reports.overview({})).periods.today).toMatchObject({
      sent: 0,
      received: 0,
      newContacts: 0,
    });
    await w.owner.conversations.assign({ id: w.conversationId, userIds: [operator.userId!] });
    expect((await client.reports.overview({})).periods.today).toMatchObject({
      sent: 1,
      read: 1,
      received: 1,
      newContacts: 1,
    });
    expect((await w.owner.reports.overview({})).periods.today).toMatchObject({ sent: 3, received: 1 });
  });
});

describe('who waits', () => {
  async function waits(w: World, phone: string, at: Date) {
    const { id } = await w.owner.contacts.create({ phone });
    const conversationId = await openConversation(w.workspace, id);
    await w.workspace.run(({ tx }) =>
      tx
        .updateTable('conversations')
        .set({
          in_inbox: true,
          last_direction: 'in',
          last_message_at: at,
          waiting_since: at,
          last_message_preview: 'Buongiorno',
          window_closes_at: new Date(at.getTime() + DAY_MS),
        })
        .where('id', '=', conversationId)
        .execute(),
    );
    return conversationId;
  }

  it('names those first whose window closes next, then those whose window closed last', async () => {
    const now = itIs('2026-11-21T10:00:00Z');
    const w = await world();
    const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
    const [fresh, old, closing, older] = [
      await waits(w, '+393331230011', ago(1)),
      await waits(w, '+393331230012', ago(30)),
      await waits(w, '+393331230013', ago(23)),
      await waits(w, '+393331230014', ago(200)),
    ];
    const { count, next } = await w.owner.reports.waiting({});
    expect(count).toBe(4);
    expect(next.map((one) => one.id)).toEqual([closing, fresh, old, older]);
    expect(next[0]).toMatchObject({ name: '+393331230013', preview: 'Buongiorno' });
    const operator = await w.workspace.client('chat_operator');
    expect(await operator.reports.waiting({})).toEqual({ count: 0, next: [] });
  });
});

describe('limits', () => {
  it('counts people written to first in the last 24 hours, once each', async () => {
    const w = await world();
    const now = new Date();
    await messages(w, ['sent', 'read', 'failed', 'queued', 'received'], now);
    const { accounts } = await w.owner.reports.limits({});
    expect(accounts).toEqual([{ accountId: expect.any(String), limit: null, used: 1 }]);
  });
});

describe('first steps', () => {
  it('ticks what is there', async () => {
    const workspace = await createWorkspace(services);
    const owner = await workspace.client();
    const none = { number: false, contacts: false, template: false, campaign: false, team: false };
    expect(await owner.reports.firstSteps({})).toEqual(none);
    const { id } = await owner.contacts.create({ phone: '+393331230001' });
    await openConversation(workspace, id);
    expect(await owner.reports.firstSteps({})).toEqual({ ...none, contacts: true, number: true });
  });
});
