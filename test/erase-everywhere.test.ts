// Deleting contacts: every table that may hold a row of theirs, a deletion that is cut off again and again, and figures.
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eraseContactsJob } from '#features/contacts/jobs/erase-contacts.job.ts';
import { keepFile, takeBytes } from '#features/files/files.ts';
import { sweepWorkspace } from '#features/files/sweep-files.ts';
import { now, shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import type { Services } from '#operations/services.ts';
import { IMPERSONAL, LINK, PERSONAL, type Person, POINTERS } from './personal-tables.ts';
import { type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { type Client, clientFor, createWorkspace, type TestWorkspace } from './support/workspace.ts';
import { type WorldIds, worldOfRows } from './support/world-of-rows.ts';

let database: TestDatabase;
let server: TestServer;
let workspace: TestWorkspace;
let owner: Client;
let userId: string;
let people = 0;
const alive = new AbortController().signal;

beforeAll(async () => {
  setLogLevel('error');
  database = await createTestDatabase();
  server = await testServer(database);
  workspace = await createWorkspace(server.services);
  const caller = await workspace.caller('owner');
  userId = caller.userId!;
  owner = clientFor(server.services, caller);
  await put('messaging_limits', { portfolio: 'p' });
  await put('links', { id: LINK, number: 77, destination: 'https://example.com', created_at: now() });
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

function put(table: string, row: Record<string, unknown>) {
  return workspace.run(({ tx }) =>
    tx
      .insertInto(table as never)
      .values({ workspace_id: workspace.id, ...row } as never)
      .execute(),
  );
}

/** A contact with a row in every table that may have one. */
async function everywhere(mark: string): Promise<{ ids: WorldIds; person: Person }> {
  const ids = await worldOfRows(server.services, workspace.id, mark, userId);
  // Its file is that of a message alone.
  await workspace.run(({ tx }) =>
    tx.updateTable('imports').set({ file_id: null }).where('id', '=', ids.imports).execute(),
  );
  const ticket = await owner.tickets.create({ title: mark, conversationId: ids.conversations });
  await owner.conversations.addNote({ id: ids.conversations, text: mark });
  const { phone } = await owner.contacts.update({ id: ids.contacts, phone: `+3933377900${++people + 10}` });
  const person: Person = {
    ...{ contactId: ids.contacts, conversationId: ids.conversations, messageId: ids.messages },
    ...{ ticketId: ticket.id, numberId: ids.numbers, userId, phone: phone!, now: now() },
  };
  await workspace.run(({ tx }) =>
    sql`insert into message_words (workspace_id, message_id, at, words)
      values (${workspace.id}, ${ids.messages}, now(), to_tsvector('simple', ${mark})) on conflict do nothing`.execute(
      tx,
    ),
  );
  for (const [table, fill] of Object.entries(PERSONAL)) if (fill !== 'world') await put(table, fill(person));
  return { ids, person };
}

/** Rows of each table that name somebody, by table. */
function rowsOf(person: Person): Promise<Map<string, number>> {
  const ids = [person.contactId, person.conversationId, person.messageId, person.ticketId];
  return workspace.run(async ({ tx }) => {
    const found = new Map<string, number>();
    for (const [table, columns] of await pointing()) {
      const names = sql.join(
        columns.map((column) => sql`${sql.ref(column)} = any(${ids}::uuid[])`),
        sql` or `,
      );
      const self =
        table === 'conversations' || table === 'messages' ? sql` or id = any(${ids}::uuid[])` : sql``;
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where ${names}${self}`.execute(tx);
      found.set(table, rows[0]!.count);
    }
    return found;
  });
}

/** Tables with a column by which a row may belong to a contact, with those columns. */
async function pointing(): Promise<[string, string[]][]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.table_name as name, array_agg(c.column_name::text) as columns from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = any(${POINTERS}::text[])
    group by 1 order by 1`.execute(database.db.kysely);
  return rows.map(({ name, columns }) => [name, columns]);
}

/** Tables in which any row still mentions one of these words. */
function mentioning(words: string[]): Promise<string[]> {
  const patterns = words.map((word) => `%${word}%`);
  return workspace.run(async ({ tx }) => {
    const { rows } = await sql<{
      name: string;
    }>`select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id' order by 1`.execute(tx);
    const found: string[] = [];
    for (const { name } of rows) {
      const hit =
        await sql`select 1 from ${sql.table(name)} x where x::text like any (${patterns}::text[]) limit 1`.execute(
          tx,
        );
      if (hit.rows.length > 0) found.push(name);
    }
    return found;
  });
}

const erase = (services: Services = server.services, signal = alive) =>
  eraseContactsJob.run(services, { workspaceId: workspace.id }, signal);

it('knows every table that may hold a row of a contact', async () => {
  const named = (await pointing()).map(([table]) => table);
  expect(
    [...new Set([...Object.keys(PERSONAL), ...Object.keys(IMPERSONAL)])].sort(),
    'A new table with contact_id, conversation_id, message_id or ticket_id belongs into test/personal-tables.ts; give it to src/app/contact-erasers.ts, and to portability when people may ask for it',
  ).toEqual(expect.arrayContaining(named));
});

it('leaves no row of theirs in any table, and every row of others', async () => {
  const [leaving, staying] = [await everywhere('leaving'), await everywhere('staying')];
  const before = await rowsOf(leaving.person);
  for (const table of Object.keys(PERSONAL))
    expect(before.get(table) ?? 1, `${table} is filled`).toBeGreaterThan(0);
  const others = await rowsOf(staying.person);
  await owner.contacts.delete({ id: leaving.ids.contacts });
  await erase();
  const left = [...(await rowsOf(leaving.person))].filter(([, count]) => count > 0);
  expect(left).toEqual([]);
  expect(await rowsOf(staying.person)).toEqual(others);
  const { contactId, conversationId, messageId, ticketId, phone } = leaving.person;
  expect(await mentioning([phone.slice(1)])).toEqual([]);
  for (const table of await mentioning([contactId, conversationId, messageId, ticketId]))
    expect(['audit_log', 'events']).toContain(table);
});

describe('a deletion that is cut off', () => {
  it('goes on where it stood, ends, and leaves no bytes', async () => {
    const { ids, person } = await everywhere('cut');
    await workspace.run(({ tx }) =>
      sql`insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state, at)
        select ${workspace.id}, gen_random_uuid(), ${ids.conversations}, ${ids.contacts}, ${ids.numbers}, 'in', 'text',
          '{"type": "text", "text": "x"}', 'received', now() from generate_series(1, 1200)`.execute(tx),
    );
    const file = { bytes: Buffer.from('picture'), name: 'a.txt', purpose: 'message', maxBytes: 100 };
    const stored = await takeBytes(server.services, workspace.id, file, now());
    await workspace.run(async (call) => {
      await keepFile(call, stored);
      await call.tx
        .updateTable('message_media')
        .set({ file_id: stored.id, state: 'ready' })
        .where('message_id', '=', ids.messages)
        .execute();
    });
    await owner.contacts.delete({ id: ids.contacts });
    expect(await owner.contacts.erasing({})).toEqual({ asked: 1, left: 1 });

    // Whoever dies after the commit and before the bytes are removed leaves them behind.
    const dead = { ...server.services.files, remove: () => Promise.reject(new Error('died')) };
    const deaths: string[] = [];
    const left: number[] = [];
    const diesWith = (services: Services, signal?: AbortSignal) =>
      erase(services, signal).catch((error: Error) => deaths.push(error.message));
    for (let tries = 0; (await owner.contacts.erasing({})).left > 0 && tries < 20; tries += 1) {
      await diesWith({ ...server.services, files: dead }, looksTwice());
      left.push((await rowsOf(person)).get('messages') ?? 0);
    }
    expect(deaths.length).toBeGreaterThan(1);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect([...(await rowsOf(person))].filter(([, count]) => count > 0)).toEqual([]);
    expect(await owner.contacts.erasing({})).toEqual({ asked: 0, left: 0 });
    const { items } = await owner.audit.list({});
    const told = items.filter(
      (entry) => entry.action === 'contact.erased' && entry.subjectId === ids.contacts,
    );
    expect(told).toHaveLength(1);
    expect(told[0]!.details).toMatchObject({ messages: 1201 });

    expect(await server.services.files.has(workspace.id, stored.id)).toBe(true);
    shiftClock(2 * 86_400_000);
    await sweepWorkspace(server.services, workspace.id, alive);
    expect(await server.services.files.has(workspace.id, stored.id)).toBe(false);
  });
});

/** A signal that aborts when it is looked at for the third time. */
function looksTwice(): AbortSignal {
  const stop = new AbortController();
  let looks = 0;
  return new Proxy(stop.signal, {
    get(signal, name) {
      if (name === 'aborted' && ++looks > 2) stop.abort();
      return Reflect.get(signal, name, signal);
    },
  });
}

it('keeps the figures of campaigns, and how many came how far', async () => {
  const [failed, waiting] = [await everywhere('failed'), await everywhere('waiting')];
  const id = failed.ids.campaigns;
  const reached = { replied_at: now(), clicked_at: now() };
  await workspace.run(async ({ tx }) => {
    await tx
      .updateTable('campaign_recipients')
      .set(reached)
      .where('contact_id', '=', failed.ids.contacts)
      .execute();
    const figures = {
      failed_count: 1,
      waiting_count: 1,
      audience_count: 2,
      replied_count: 1,
      clicked_count: 1,
    };
    await tx.updateTable('campaigns').set(figures).where('id', '=', id).execute();
  });
  await put('campaign_recipients', { campaign_id: id, contact_id: waiting.ids.contacts, state: 'waiting' });
  const before = (await owner.campaigns.get({ id })).figures;
  const selection = { ids: [failed.ids.contacts, waiting.ids.contacts] };
  const preview = await owner.contacts.deletionOfMany({ selection });
  expect(preview).toMatchObject({
    contacts: 2,
    counts: { conversations: 2, messages: 2, tickets: 2, notes: 2 },
  });
  await owner.contacts.deleteMany({ selection });
  expect(await owner.contacts.erasing({})).toEqual({ asked: 2, left: 2 });
  await erase();
  expect((await owner.campaigns.get({ id })).figures).toEqual({ ...before, waiting: 0, cancelled: 1 });
  const people = async (filter?: 'failed' | 'cancelled' | 'replied' | 'sent' | 'waiting') => {
    const page = await owner.campaigns.recipients({ id, ...(filter ? { filter } : {}) });
    return [page.items.length, page.departed];
  };
  expect(await people()).toEqual([0, 2]);
  expect(await people('failed')).toEqual([0, 1]);
  expect(await people('replied')).toEqual([0, 1]);
  expect(await people('cancelled')).toEqual([0, 1]);
  expect(await people('sent')).toEqual([0, 0]);
  expect(await people('waiting')).toEqual([0, 0]);
});
