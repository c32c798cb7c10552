// A chat operator sees what is assigned to them and nothing else: every operation, every other door, the live stream.
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '#app/features.ts';
import { contract } from '#features/contract.ts';
import { keepWords } from '#features/conversations/search/message-words.store.ts';
import { newId } from '#kit/ids.ts';
import type { Caller } from '#operations/call.ts';
import type { Door } from '#operations/door.ts';
import type { OperationMeta } from '#operations/operation.ts';
import { type Permission, ROLE_PERMISSIONS } from '#operations/permissions.ts';
import { type Customer, HARMLESS, PROBES, ROUTES, type Shared } from './operator-sees.table.ts';
import { addMember, type Browser, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { type Client, clientFor, createWorkspace, type TestWorkspace } from './support/workspace.ts';
import { everythingIn, worldOfRows } from './support/world-of-rows.ts';

let database: TestDatabase;
let server: TestServer;
let address: string;
let workspace: TestWorkspace;
let owner: Client;
let operator: Client;
let marco: Browser & { userId: string };
let shared: Shared;
let mine: Customer;
let theirs: Customer;
/** Whatever names the customer who is none of the operator's business. */
let secrets: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  address = await server.listen();
  workspace = await createWorkspace(server.services);
  const giulia = await workspace.caller('owner');
  owner = clientFor(server.services, giulia);
  marco = await addMember(server, workspace.id, 'chat_operator');
  operator = clientFor(server.services, operatorOf(marco.userId));
  [mine] = await customer(giulia.userId!, 'pemba', 'Pemba', 'Un saluto qualunque');
  [theirs, shared] = await customer(giulia.userId!, 'other', 'Zanzibar', 'Parola segretissima');
  secrets = [...Object.values(theirs), 'anzibar', 'egretissima'].filter((one) => one !== theirs.numberId);
  await owner.conversations.assign({ id: mine.conversationId, userIds: [marco.userId] });
  await tellOnceAssigned();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

function operatorOf(userId: string): Caller {
  const [actor, role] = [{ kind: 'person', id: userId, name: 'Marco' }, 'chat_operator'] as const;
  return { actor, userId, workspaceId: workspace.id, role, permissions: new Set(ROLE_PERMISSIONS[role]) };
}

/** With everything that hangs on a customer; `mark` is in the names of the things that are shared. */
async function customer(
  member: string,
  mark: string,
  name: string,
  words: string,
): Promise<[Customer, Shared]> {
  const ids = await worldOfRows(server.services, workspace.id, mark, member);
  const content = JSON.stringify({ type: 'text', text: words });
  const phone = await workspace.run(async (call) => {
    const { tx, now } = call;
    const contact = { first_name: name, notes: `About ${name}`, consent: 'subscribed' };
    await tx.updateTable('contacts').set(contact).where('id', '=', ids.contacts).execute();
    await tx.updateTable('messages').set({ content }).where('id', '=', ids.messages).execute();
    const state = { last_message_preview: words, last_direction: 'in', waiting_since: now };
    await tx.updateTable('conversations').set(state).where('id', '=', ids.conversations).execute();
    await keepWords(call, [ids.messages]);
    const row = tx.selectFrom('contacts').select('phone').where('id', '=', ids.contacts);
    return (await row.executeTakeFirstOrThrow()).phone!;
  });
  const note = await owner.conversations.addNote({ id: ids.conversations, text: `${name} again` });
  const ticket = await owner.tickets.create({ title: `Refund ${name}`, conversationId: ids.conversations });
  const later = { id: ids.conversations, text: `${name} later`, evenIfClosed: true };
  const sendAt = new Date(Date.now() + 86_400_000).toISOString();
  const scheduled = await owner.conversations.schedule({ ...later, sendAt });
  const reply = { shortcut: mark, text: 'For %%FIRST_NAME%%', shared: true };
  const { id: quickReplyId } = await owner.quickReplies.create(reply);
  return [
    {
      ...{ contactId: ids.contacts, phone, conversationId: ids.conversations, numberId: ids.numbers },
      ...{ messageId: ids.messages, fileId: ids.files, noteId: note.id, scheduledId: scheduled.id },
      ...{ ticketId: ticket.id, ticketReference: ticket.reference },
    },
    { tagId: ids.tags, listId: ids.lists, templateId: ids.templates, userId: member, quickReplyId },
  ];
}

/** The operator was told of the other chat while it was theirs. */
async function tellOnceAssigned(): Promise<void> {
  const [kind, gather_key] = ['mentioned', `mentioned:${theirs.conversationId}`];
  await workspace.run(({ tx, workspaceId: workspace_id, now }) =>
    tx
      .insertInto('notifications')
      .values({
        ...{
          workspace_id,
          id: newId(),
          user_id: marco.userId,
          kind,
          gather_key,
          count: 1,
          channels: ['app'],
        },
        ...{ conversation_id: theirs.conversationId, subject_id: theirs.noteId, created_at: now, at: now },
      })
      .execute(),
  );
}

const REFUSALS = ['not_found', 'forbidden', 'bad_input'];

/** What came back, as text, or the code of the refusal. */
async function ask(client: Client, name: string, input: object): Promise<{ text: string; code?: string }> {
  const [feature, operation] = name.split('.') as [keyof Client, string];
  const call = (client[feature] as unknown as Record<string, (input: object) => Promise<unknown>>)[
    operation
  ]!;
  try {
    return { text: JSON.stringify(await call(input)) };
  } catch (error) {
    const { code, message, details } = error as { code?: string; message: string; details?: unknown };
    return { text: JSON.stringify({ message, details }), code: code ?? `bug: ${message}` };
  }
}

function found(text: string): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

/** Every row that names the other customer, but what the operator looks at, and events, which get their numbers meanwhile. */
async function rowsOfTheirs(): Promise<string> {
  const { attention: _, events: __, ...tables } = await everythingIn(server.services, workspace.id);
  return Object.entries(tables)
    .flatMap(([table, rows]) => rows.split('\n').map((row) => `${table} ${row}`))
    .filter((row) => found(row).length > 0)
    .join('\n');
}

const probes = Object.keys(PROBES);

describe('the table of what an operator may ask', () => {
  it('names every operation that they may call, once', () => {
    const may: ReadonlySet<string> = new Set([...ROLE_PERMISSIONS.chat_operator, 'signed_in', 'anyone']);
    const open = Object.entries(contract).flatMap(([feature, promises]) =>
      Object.entries(promises)
        .filter(([, promise]) => {
          const { meta } = (promise as { '~orpc': { meta: OperationMeta } })['~orpc'];
          return may.has(meta.permission as Permission);
        })
        .map(([name]) => `${feature}.${name}`),
    );
    expect(
      [...probes, ...HARMLESS].sort(),
      'A new operation that an operator may call belongs into PROBES of test/operator-sees.table.ts, or, when it neither names nor finds customers, into HARMLESS',
    ).toEqual(open.sort());
  });

  it('names every other door that asks who one is', async () => {
    const app = fastify();
    const doors: string[] = [];
    app.addHook('onRoute', ({ method, url }) => {
      if (url.startsWith('/api/v1/') && method !== 'HEAD') doors.push(`${method} ${url}`);
    });
    const door = { services: server.services, quickly: () => {} } as unknown as Door;
    for (const feature of features) await feature.routes?.(app, door);
    expect(doors.sort()).toEqual(Object.keys(ROUTES).sort());
  });
});

describe('a chat operator gets nothing of a chat that is not theirs', () => {
  it.each(probes)('%s', async (name) => {
    const before = await rowsOfTheirs();
    for (const input of PROBES[name]!.inputs(theirs, shared, mine)) {
      const { text, code } = await ask(operator, name, input);
      expect(found(text), `${name} ${JSON.stringify(input)} answers ${text}`).toEqual([]);
      if (code) expect(['not_found', 'forbidden', 'contact_exists', 'upload_missing']).toContain(code);
    }
    expect(await rowsOfTheirs()).toBe(before);
  });

  it('but what is theirs', async () => {
    const names = ['contacts.get', 'conversations.get', 'tickets.get', 'conversations.timeline'];
    for (const name of names)
      for (const input of PROBES[name]!.inputs(mine, shared, mine))
        expect(await ask(operator, name, input)).not.toHaveProperty('code');
    const listed = await operator.conversations.list({ show: 'any' });
    expect(listed.items.map(({ id }) => id)).toEqual([mine.conversationId]);
    expect((await operator.contacts.list({})).items.map(({ id }) => id)).toEqual([mine.contactId]);
    expect(await operator.conversations.counts({})).toMatchObject({ unread: 1, unassigned: 0 });
  });

  const tried = Object.entries(ROUTES).filter(([, who]) => who !== 'shows_no_customers');
  it.each(tried)('%s', async (route, who) => {
    const [method, path] = route.split(' ') as [string, string];
    const id = typeof who === 'function' ? who(theirs) : newId();
    const before = await rowsOfTheirs();
    const url = `${path.replace(':id', id)}?kind=image&name=a.png`;
    const { status, body } = await marco.send(method, url, method === 'GET' ? undefined : {});
    if (typeof who === 'function') expect([status, body.code]).toEqual([404, 'not_found']);
    else expect(body.code).toBe('forbidden');
    expect(found(JSON.stringify(body))).toEqual([]);
    expect(await rowsOfTheirs()).toBe(before);
  });

  it('no file of theirs, but the doors of their own are open', async () => {
    const own = await marco.send('GET', `/api/v1/messages/${mine.messageId}/media`);
    expect(own.body.message).toContain('file');
    const ownPicture = await marco.send('GET', `/api/v1/messages/${mine.messageId}/ad-picture`);
    expect(ownPicture.body.message).toContain('file');
    const chat = await marco.send('GET', `/api/v1/conversations/${mine.conversationId}/export.csv`);
    expect(chat).toMatchObject({ status: 200, body: expect.stringContaining('Un saluto qualunque') });
    expect(found(chat.body)).toEqual([]);
  });

  it('hears live that something happened, not to whom', async () => {
    const heard = await listening(async () => {
      await owner.conversations.addNote({ id: theirs.conversationId, text: 'Quietly' });
      await owner.contacts.update({ id: theirs.contactId, lastName: 'Lontano' });
      await owner.tickets.note({ key: theirs.ticketId, note: 'Quietly' });
      await owner.conversations.assign({ id: theirs.conversationId, userIds: [shared.userId] });
    }, 'conversation.assigned');
    expect(heard).toContain('event: note.added');
    expect(found(heard)).toEqual([]);
    await owner.conversations.assign({ id: theirs.conversationId, userIds: [] });
  });
});

it('hears live who writes in a chat of theirs, and in no other', async () => {
  const heard = await listening(async () => {
    for (const { conversationId } of [theirs, mine]) {
      const shown = { tabId: newId(), turn: 1, focused: true, conversationId, isTyping: true };
      await owner.notifications.attend(shown);
    }
  }, 'conversation.company');
  expect(heard).toContain(mine.conversationId);
  expect(found(heard)).toEqual([]);
  const { people } = await operator.notifications.company({ id: mine.conversationId });
  expect(people).toMatchObject([{ userId: shared.userId, doing: 'typing' }]);
});

describe('a contact that an operator made', () => {
  it('is theirs until a chat with it is somebody else’s', async () => {
    const made = await operator.contacts.create({ phone: '+393339998877', firstName: 'Nuova' });
    expect(await operator.contacts.get({ id: made.id })).toMatchObject({ firstName: 'Nuova' });
    const chat = await operator.conversations.open({ contactId: made.id });
    expect(chat.assignees.map(({ userId }) => userId)).toEqual([marco.userId]);
    await owner.conversations.assign({ id: chat.id, userIds: [] });
    await expect(operator.contacts.get({ id: made.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(operator.conversations.open({ contactId: made.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the probes are aimed well', () => {
  const aimed = probes.filter((name) => !PROBES[name]!.blunt);
  const shows = (name: string) => PROBES[name]!.shows === true;
  it.each([...aimed.filter(shows), ...aimed.filter((name) => !shows(name))])('%s', async (name) => {
    for (const input of PROBES[name]!.inputs(theirs, shared, mine)) {
      const { text, code } = await ask(owner, name, input);
      expect(REFUSALS, `${name} ${JSON.stringify(input)} answers ${text}`).not.toContain(code);
      if (shows(name)) expect(found(text), `${name} ${JSON.stringify(input)}`).not.toEqual([]);
    }
  });
});

/** What the operator's live stream says of what `happen` does, up to the event named last. */
async function listening(happen: () => Promise<void>, last: string): Promise<string> {
  const stop = new AbortController();
  const answer = await fetch(`${address}/api/v1/live?workspace=${workspace.id}`, {
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]),
    headers: { cookie: [...marco.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  await happen();
  while (!text.includes(`event: ${last}\n`)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  stop.abort();
  return text;
}
