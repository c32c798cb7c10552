// A conversation of fifty thousand messages: it opens at its end, goes to any day, and is read on from there without gaps.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';

const MESSAGES = 50_000;
/** Every so many messages a reaction to the one before. */
const REACTS = 20;
const MINUTE_MS = 60_000;
const began = Date.UTC(2026, 0, 1, 8);

let database: TestDatabase;
let server: TestServer;
let workspace: TestWorkspace;
let owner: Client;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  workspace = await createWorkspace(server.services);
  owner = await workspace.client();
  const contact = newId();
  await workspace.run(async ({ tx, workspaceId: workspace_id, now }) => {
    const row = { workspace_id, id: contact, phone: '+393331180001', created_at: now, updated_at: now };
    await tx.insertInto('contacts').values(row).execute();
  });
  id = await openConversation(workspace, contact);
  await workspace.run(({ tx, workspaceId }) =>
    sql`insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
        provider_id, reply_to_id, author, at)
      select c.workspace_id, ('00000000-0000-8000-8000-' || lpad(n::text, 12, '0'))::uuid, c.id, c.contact_id, c.number_id,
        case when n % 2 = 0 then 'in' else 'out' end,
        case when n % ${REACTS} = 0 then 'reaction' else 'text' end,
        case when n % ${REACTS} = 0
          then jsonb_build_object('type', 'reaction', 'messageId', 'long.' || (n - 1), 'emoji', '👍')
          else jsonb_build_object('type', 'text', 'text', 'riga ' || n) end,
        case when n % 2 = 0 then 'received' else 'sent' end, 'long.' || n,
        case when n % ${REACTS} = 0 then ('00000000-0000-8000-8000-' || lpad((n - 1)::text, 12, '0'))::uuid end, '{"kind":"contact"}'::jsonb,
        ${new Date(began)}::timestamptz + n * interval '1 minute'
      from conversations c, generate_series(1, ${MESSAGES}) n
      where c.workspace_id = ${workspaceId} and c.id = ${id}`.execute(tx),
  );
}, 60_000);
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

type Page = Awaited<ReturnType<Client['conversations']['timeline']>>;

/** Which minutes since the beginning the page holds, oldest first. */
const minutesOf = (page: Page) =>
  page.items.map((item) => (Date.parse(item.at) - began) / MINUTE_MS).toReversed();
const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);

it('opens at its end, with what was reacted to', async () => {
  const page = await owner.conversations.timeline({ id, limit: 60 });
  expect(minutesOf(page)).toEqual(from(MESSAGES - 59, 60));
  expect(page).toMatchObject({ hasNewer: false, olderCursor: expect.any(String) });
  const reacted = page.items.filter((item) => item.type === 'message' && item.message.reactions.length > 0);
  expect(reacted).toHaveLength(60 / REACTS);
});

it('goes to a day, and on from there in both directions without gaps', async () => {
  const day = new Date(began + 20_000 * MINUTE_MS).toISOString();
  const there = await owner.conversations.timeline({ id, limit: 60, aroundAt: day });
  expect(minutesOf(there)).toEqual(from(19_970, 60));
  expect(there.hasNewer).toBe(true);
  let [older, newer] = [there, there];
  for (let step = 1; step <= 5; step += 1) {
    older = await owner.conversations.timeline({ id, limit: 60, older: older.olderCursor! });
    newer = await owner.conversations.timeline({ id, limit: 60, newer: newer.newerCursor! });
    expect(minutesOf(older)).toEqual(from(19_970 - 60 * step, 60));
    expect(minutesOf(newer)).toEqual(from(19_970 + 60 * step, 60));
  }
});

it('ends at its beginning', async () => {
  const first = new Date(began).toISOString();
  const page = await owner.conversations.timeline({ id, limit: 60, aroundAt: first });
  expect(minutesOf(page)).toEqual(from(1, 30));
  expect(page.olderCursor).toBeNull();
});
