// What happened to a deal and what was written with its contacts, told as one list.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Caller } from '#operations/call.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let giulia: Caller;
let owner: Client;
const contactOf: Record<string, string> = {};
const chatOf: Record<string, string> = {};

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  giulia = await workspace.caller('owner');
  owner = clientFor(services, giulia);
  await owner.pipelines.create({ name: 'Sales' });
  for (const [name, phone] of [
    ['Anna', '+393331112233'],
    ['Bruno', '+393331112244'],
  ] as const) {
    contactOf[name] = (await owner.contacts.create({ phone, firstName: name })).id;
    chatOf[name] = await openConversation(workspace, contactOf[name]);
  }
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

let minutes = 0;
/** Each step of the story is a minute after the last. */
const next = () => shiftClock(++minutes * 60_000);

async function write(name: string, direction: 'in' | 'out', text: string, kind = 'text'): Promise<void> {
  next();
  await workspace.run(async ({ tx, workspaceId: workspace_id }) => {
    const id = chatOf[name]!;
    const { contact_id, number_id } = await tx
      .selectFrom('conversations')
      .select(['contact_id', 'number_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const author = direction === 'in' ? { kind: 'contact' } : { kind: 'person', id: newId(), name: 'Marco' };
    await tx
      .insertInto('messages')
      .values({
        ...{ workspace_id, id: newId(), conversation_id: id, contact_id, number_id, direction, kind },
        ...{ content: JSON.stringify({ type: kind, text }), author: JSON.stringify(author) },
        ...{ state: direction === 'in' ? 'received' : 'sent', at: now() },
      })
      .execute();
  });
}

async function told(client: Client, key: string, show: 'all' | 'changes' | 'messages' = 'all', limit = 50) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await client.deals.timeline({ key, show, limit, ...(cursor ? { cursor } : {}) });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items.map(({ kind, actor, contact, activity, preview }) =>
    kind.startsWith('message')
      ? `${kind} ${actor.name}/${contact?.name}: ${preview}`
      : `${kind} ${activity ?? contact?.name ?? ''}`.trim(),
  );
}

it('timeline of every change and message', async () => {
  await write('Anna', 'in', 'Before there was a deal');
  next();
  const deal = await owner.deals.create({ contactIds: [contactOf.Anna!] });
  await write('Anna', 'in', 'How much is it?');
  await write('Bruno', 'in', 'Not of this deal yet');
  await write('Anna', 'out', 'Twelve euro');
  await write('Anna', 'in', '👍', 'reaction');
  next();
  const activity = await owner.dealActivities.create({
    ...{ key: deal.id, title: 'Call' },
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  for (const change of [{ title: 'Call Anna' }, { done: true }, { done: false }]) {
    next();
    await owner.dealActivities.update({ id: activity.id, ...change });
  }
  next();
  await owner.dealActivities.delete({ id: activity.id });
  await write('Anna', 'in', 'I take it');
  next();
  const [pipeline] = (await owner.pipelines.list({})).items;
  const won = pipeline!.stages.find((stage) => stage.kind === 'won')!.id;
  await owner.deals.move({ id: deal.id, stageId: won });
  await write('Anna', 'in', 'Something else');

  const messages = [
    'message_received Anna/Anna: I take it',
    'message_sent Marco/Anna: Twelve euro',
    'message_received Anna/Anna: How much is it?',
  ];
  const activities = [
    'activity_deleted Call Anna',
    'activity_reopened Call Anna',
    'activity_done Call Anna',
    'activity_changed Call Anna',
    'activity_planned Call',
  ];
  const all = ['moved', messages[0]!, ...activities, ...messages.slice(1), 'created'];
  expect(await told(owner, deal.id)).toEqual(all);
  // Page by page nothing is missing and nothing comes twice.
  for (const limit of [1, 2, 3]) expect(await told(owner, deal.id, 'all', limit)).toEqual(all);
  expect(await told(owner, deal.id, 'messages')).toEqual(messages);
  expect(await told(owner, deal.id, 'changes')).toEqual(['moved', ...activities, 'created']);

  const noChats = clientFor(services, {
    ...giulia,
    permissions: new Set([...giulia.permissions].filter((one) => !one.startsWith('chats:'))),
  });
  expect(await told(noChats, deal.id)).toEqual(['moved', ...activities, 'created']);
  const mineOnly = clientFor(services, {
    ...giulia,
    permissions: new Set([...giulia.permissions].filter((one) => one !== 'chats:all')),
  });
  expect(await told(mineOnly, deal.id, 'messages')).toEqual([]);
  await owner.conversations.assign({ id: chatOf.Anna!, userIds: [giulia.userId!] });
  expect(await told(mineOnly, deal.id, 'messages')).toEqual(messages);
});
