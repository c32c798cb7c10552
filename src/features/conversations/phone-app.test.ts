// A number shared with the phone app: what is written there, the past that it hands over, and its address book.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { importHistory } from './import-history.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

const ANA = '+393331170001';
const BRUNO = '+393331170002';
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const app = (path: string, body: object) => product.control('POST', `/phone-app/${path}`, body);

async function conversationWith(phone: string) {
  const { items } = await owner.conversations.list({ show: 'any' });
  return items.find((one) => one.contact.phone === phone);
}

async function messagesOf(phone: string) {
  const conversation = await conversationWith(phone);
  return conversation ? (await owner.conversations.messages({ id: conversation.id })).items : [];
}

async function historyOfNumber() {
  return (await owner.numbers.list({})).items[0]!.history;
}

const found = async (search: string) => (await owner.conversations.searchMessages({ search })).items;

const OLDER = {
  phase: 1,
  chunk_order: 2,
  progress: 100,
  threads: [
    {
      number: ANA,
      messages: [
        { id: 'wamid.P1', from: 'customer', text: 'Avete la crostata?', at: ago(40) },
        { id: 'wamid.P2', from: 'business', text: 'Certo, di ciliegie', at: ago(39), status: 'DELIVERED' },
      ],
    },
  ],
};
const NEWER = {
  phase: 0,
  chunk_order: 1,
  progress: 40,
  threads: [
    {
      number: ANA,
      messages: [
        { id: 'wamid.P3', from: 'business', text: 'La tengo da parte', at: ago(2), reply_to: 'wamid.P1' },
        { id: 'wamid.P4', from: 'customer', text: 'STOP', at: ago(0.5) },
      ],
    },
    {
      number: BRUNO,
      messages: [
        { id: 'wamid.P5', from: 'customer', placeholder: true, at: ago(3) },
        { id: 'wamid.P6', from: 'business', text: 'Grazie!', at: ago(4), status: 'ERROR' },
      ],
    },
  ],
};

it('takes the past in as what it is, its parts in any order and repeatedly', async () => {
  for (const part of [NEWER, OLDER, NEWER, OLDER]) await app('history', part);
  await eventually(async () => (await historyOfNumber())?.messages === 6);
  const messages = await messagesOf(ANA);
  expect(messages.map((one) => [one.direction, one.state, one.content.text, one.author.kind])).toEqual([
    ['in', 'received', 'STOP', 'contact'],
    ['out', 'read', 'La tengo da parte', 'phone_app'],
    ['out', 'delivered', 'Certo, di ciliegie', 'phone_app'],
    ['in', 'received', 'Avete la crostata?', 'contact'],
  ]);
  expect(Date.now() - Date.parse(messages.at(-1)!.at)).toBeGreaterThan(39.9 * 86_400_000);
  expect(messages[1]!.replyTo).toMatchObject({ preview: 'Avete la crostata?' });
  expect((await messagesOf(BRUNO)).map((one) => [one.kind, one.state])).toEqual([
    ['unsupported', 'received'],
    ['text', 'failed'],
  ]);
  expect(await historyOfNumber()).toMatchObject({ state: 'finished', progress: 100, messages: 6 });
});

it('wakes nobody: nothing is unread or waits, no window opens, no consent changes, no event tells of it', async () => {
  expect(await conversationWith(ANA)).toMatchObject({
    unreadCount: 0,
    waitingSince: null,
    windowClosesAt: null,
    state: 'closed',
    lastMessagePreview: 'STOP',
    lastDirection: 'in',
    contact: { consent: 'not_declared' },
  });
  expect((await owner.conversations.list({})).items).toEqual([]);
  const told = await workspace.run((call) =>
    call.tx.selectFrom('events').select('name').distinct().execute(),
  );
  const names = told.map((event) => event.name);
  expect(names).not.toContain('message.received');
  expect(names).not.toContain('contact.created');
});

it('finds the past by its words', async () => {
  const [hit] = await eventually(async () => {
    const items = await found('ciliegie');
    return items.length > 0 && items;
  });
  expect(hit).toMatchObject({ direction: 'out' });
});

it('puts a file that follows in the place that was kept for it', async () => {
  const file = { id: 'wamid.P5', from: 'customer', image: { caption: 'Il tavolo' }, at: ago(3) };
  await app('history', { media: true, threads: [{ number: BRUNO, messages: [file] }] });
  const message = await eventually(async () => {
    const [latest] = await messagesOf(BRUNO);
    return latest?.media?.state === 'ready' && latest;
  });
  expect(message).toMatchObject({ kind: 'image', content: { caption: 'Il tavolo' } });
  // The placeholder once more changes nothing.
  await app('history', NEWER);
  await app('messages', { to: BRUNO, text: 'Scritto dal telefono' });
  await eventually(async () => (await messagesOf(BRUNO)).length === 3);
  expect((await messagesOf(BRUNO)).map((one) => one.kind)).toEqual(['text', 'image', 'text']);
  expect((await historyOfNumber())?.messages).toBe(6);
});

it('shows what the owner writes in the phone app, and finds it', async () => {
  expect((await messagesOf(BRUNO))[0]).toMatchObject({
    direction: 'out',
    state: 'sent',
    author: { kind: 'phone_app' },
    content: { text: 'Scritto dal telefono' },
  });
  await eventually(async () => (await found('telefono')).length === 1);
});

it('takes an answer on the phone for one: nothing is unread any more, and what was closed is open', async () => {
  await product.control('POST', `/customers/${BRUNO}/messages`, { text: 'Siete aperti?' });
  const { id } = await eventually(async () => {
    const one = await conversationWith(BRUNO);
    return one?.unreadCount === 1 && one;
  });
  await app('messages', { to: BRUNO, text: 'Fino alle otto' });
  await eventually(async () => (await conversationWith(BRUNO))?.lastMessagePreview === 'Fino alle otto');
  expect(await conversationWith(BRUNO)).toMatchObject({ unreadCount: 0, waitingSince: null, state: 'open' });
  await owner.conversations.close({ ids: [id] });
  await app('messages', { to: BRUNO, text: 'Ancora una cosa' });
  await eventually(async () => (await conversationWith(BRUNO))?.state === 'open');
  const { items } = await owner.conversations.timeline({ id });
  const back = items.find((item) => item.type === 'activity');
  expect(back).toMatchObject({ kind: 'reopened', content: { by: 'team' }, author: { kind: 'phone_app' } });
});

it('opens the conversation when the customer writes again', async () => {
  await product.control('POST', `/customers/${ANA}/messages`, { text: 'Buongiorno' });
  const conversation = await eventually(async () => {
    const one = await conversationWith(ANA);
    return one?.state === 'open' && one;
  });
  expect(conversation).toMatchObject({ unreadCount: 1, lastMessagePreview: 'Buongiorno' });
  await app('history', OLDER);
  await app('messages', { to: BRUNO, text: 'Dopo la storia' });
  await eventually(async () => (await messagesOf(BRUNO))[0]?.content.text === 'Dopo la storia');
  expect(await conversationWith(ANA)).toMatchObject({ state: 'open', unreadCount: 1 });
});

it('keeps each message once when two workers take the same part in at once', async () => {
  const { phoneNumberId } = (await owner.numbers.list({})).items[0]!;
  const messages = Array.from({ length: 300 }, (_, n) => ({
    person: { waId: `39333118${String(n % 40).padStart(4, '0')}` },
    direction: n % 2 === 0 ? ('in' as const) : ('out' as const),
    providerMessageId: `wamid.W${n}`,
    at: new Date(Date.now() - n * 60_000),
    content: { type: 'text' as const, text: `Riga ${n}` },
  }));
  const part = (some: typeof messages) =>
    ({
      kind: 'history',
      phoneNumberId,
      messages: some,
      failures: [],
      occurredAt: new Date(),
    }) as unknown as ProviderEvent;
  await Promise.all(
    [messages, messages.toReversed(), messages.slice(100)].map((some) =>
      workspace.run((call) => importHistory(call, [part(some)])),
    ),
  );
  expect((await historyOfNumber())?.messages).toBe(306);
});

it('tells that the owner shares no history', async () => {
  await app('history', { declined: true });
  await eventually(async () => (await historyOfNumber())?.state === 'declined');
  await app('history', { ...OLDER, progress: 20 });
  await eventually(async () => (await historyOfNumber())?.state === 'finished');
});

it('takes names from the address book, never over those that the team wrote', async () => {
  const named = async (phone: string) => {
    const [contact] = (await owner.contacts.list({ search: phone })).items;
    return contact && `${contact.firstName}|${contact.lastName}`;
  };
  const book = (number: string, full_name: string, first_name: string, at: string) => ({
    number,
    full_name,
    first_name,
    at,
  });
  const CARLA = '+393331170003';
  await app('contacts', {
    contacts: [book(CARLA, 'Carla Bruni', 'Carla', ago(3)), book(ANA, 'Ana', 'Ana', ago(3))],
  });
  await eventually(async () => (await named(CARLA)) === 'Carla|Bruni');
  expect(await named(ANA)).toBe('Ana|');
  await app('contacts', { contacts: [book(CARLA, 'Carla Bruni Rossi', 'Carla', ago(1))] });
  await eventually(async () => (await named(CARLA)) === 'Carla|Bruni Rossi');
  // Late news.
  await app('contacts', { contacts: [book(CARLA, 'Carla Vecchia', 'Carla', ago(2))] });
  const [ana] = (await owner.contacts.list({ search: ANA })).items;
  await owner.contacts.update({ id: ana!.id, lastName: 'Verdi' });
  await app('contacts', {
    contacts: [
      book(ANA, 'Ana Panetteria', 'Ana', ago(0.1)),
      { number: CARLA, action: 'remove', at: ago(0.1) },
      { number: '+393331170099', action: 'remove' },
    ],
  });
  await app('contacts', { contacts: [book('+393331170004', 'Dario', 'Dario', ago(0))] });
  await eventually(async () => (await named('+393331170004')) === 'Dario|');
  expect(await named(ANA)).toBe('Ana|Verdi');
  expect(await named(CARLA)).toBe('Carla|Bruni Rossi');
  expect(await named('+393331170099')).toBeUndefined();
});
