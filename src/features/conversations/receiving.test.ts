// What customers write: from the simulator over HTTP through the signed door into conversations.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Conversation, Message } from './conversations.contract.ts';

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

const write = (number: string, body: object) =>
  product.control<{ id: string }>('POST', `/customers/${number}/messages`, body);

/** The conversation with the customer once `is` holds of it. */
function conversationWith(number: string, is: (one: Conversation) => boolean = () => true) {
  return eventually(async () => {
    const { items } = await owner.conversations.list({ search: number });
    return items.find(is);
  });
}

const thread = async (id: string): Promise<Message[]> => (await owner.conversations.messages({ id })).items;

async function consentOf(contactId: string): Promise<string> {
  return (await owner.contacts.get({ id: contactId })).consent;
}

describe('a first message', () => {
  it('makes contact and conversation, unread, with an open window', async () => {
    await write('+393331110001', { text: 'Buongiorno! Avete posto?', name: 'Giulia Bianchi' });
    const conversation = await conversationWith('+393331110001');
    expect(conversation).toMatchObject({
      unreadCount: 1,
      lastDirection: 'in',
      lastMessagePreview: 'Buongiorno! Avete posto?',
      contact: { name: 'Giulia Bianchi', phone: '+393331110001', blocked: false },
      assignees: [],
    });
    const closesIn = new Date(conversation.windowClosesAt!).getTime() - Date.now();
    expect(closesIn).toBeGreaterThan(23.9 * 3_600_000);
    expect(closesIn).toBeLessThanOrEqual(24 * 3_600_000);
    expect(await thread(conversation.id)).toMatchObject([
      { direction: 'in', kind: 'text', state: 'received', content: { text: 'Buongiorno! Avete posto?' } },
    ]);
    expect(await owner.conversations.unread({})).toEqual({ count: 1 });
  });

  it('is followed by others in the same conversation, in their order', async () => {
    for (const text of ['uno', 'due', 'tre']) await write('+393331110001', { text });
    const { id, unreadCount } = await conversationWith('+393331110001', (one) => one.unreadCount >= 4);
    expect(unreadCount).toBe(4);
    const texts = (await thread(id)).map((message) => message.content.text);
    expect(texts.toSorted()).toEqual(['Buongiorno! Avete posto?', 'due', 'tre', 'uno'].toSorted());
  });

  it('from somebody whose number is hidden makes a contact known by user id', async () => {
    await product.control('POST', '/customers/+393331110002', {
      name: 'Ombra',
      visibility: 'username-only',
      username: 'ombra',
    });
    await write('+393331110002', { text: 'Ciao' });
    const conversation = await eventually(async () =>
      (await owner.conversations.list({ search: 'Ombra' })).items.at(0),
    );
    expect(conversation.contact.phone).toBeNull();
  });
});

describe('every kind of message', () => {
  it.each([
    ['location', { location: { latitude: 41.89, longitude: 12.49, name: 'Colosseo' } }, 'Colosseo'],
    [
      'contacts',
      { contacts: [{ name: { formatted_name: 'Piero' }, phones: [{ phone: '+39333' }] }] },
      '[contacts]',
    ],
    ['unsupported', { unsupported: {} }, '[unsupported]'],
  ])('%s', async (kind, body, preview) => {
    const number = `+39333222${String(kind.charCodeAt(0) * kind.length).padStart(4, '0')}`;
    await write(number, body);
    const conversation = await conversationWith(number);
    expect(conversation.lastMessagePreview).toBe(preview);
    expect((await thread(conversation.id))[0]).toMatchObject({ kind, direction: 'in' });
  });

  it('quotes the message that it answers; a reaction belongs to its message', async () => {
    const first = await write('+393331110005', { text: 'Il primo' });
    await write('+393331110005', { text: 'La risposta', reply_to: first.id });
    await write('+393331110005', { reaction: { message_id: first.id, emoji: '👍' } });
    const { id } = await conversationWith('+393331110005', (one) => one.unreadCount === 3);
    const messages = await thread(id);
    const original = messages.find((message) => message.content.text === 'Il primo')!;
    expect(messages.find((message) => message.content.text === 'La risposta')!.replyTo).toEqual({
      id: original.id,
      direction: 'in',
      preview: 'Il primo',
      name: null,
    });
    expect(messages.find((message) => message.kind === 'reaction')!.replyTo!.id).toBe(original.id);
    expect(original.reactions).toEqual([{ emoji: '👍', direction: 'in', name: null }]);
    await write('+393331110005', { reaction: { message_id: first.id, emoji: '' } });
    await eventually(async () =>
      (await thread(id)).every((message) => message.kind === 'reaction' || message.reactions.length === 0),
    );
  });

  it('shows the new words of an edited message, and nothing of a withdrawn one', async () => {
    const edited = await write('+393331110006', { text: 'Alle otto' });
    const withdrawn = await write('+393331110006', { text: 'Segreto' });
    await write('+393331110006', {
      edit: { original_message_id: edited.id, message: { type: 'text', text: { body: 'Alle nove' } } },
    });
    await write('+393331110006', { revoke: { original_message_id: withdrawn.id } });
    const { id } = await conversationWith('+393331110006', (one) => one.unreadCount >= 2);
    const contents = await eventually(async () => {
      const all = (await thread(id)).map((message) => message.content);
      return all.some((content) => content.edited) && all.some((content) => content.withdrawn)
        ? all
        : undefined;
    });
    expect(contents).toContainEqual(
      expect.objectContaining({ text: 'Alle nove', edited: true, earlier: ['Alle otto'] }),
    );
    expect(JSON.stringify(contents)).not.toContain('Segreto');
  });
});

it('tells of a new number in the conversation, which nobody has to read or answer', async () => {
  await write('+393331110061', { text: 'Ciao' });
  const { id } = await conversationWith('+393331110061');
  const body = 'User changed from 393331110061 to 393331110062';
  await write('+393331110061', { system: { type: 'user_changed_number', body, wa_id: '393331110062' } });
  const notice = await eventually(async () => (await thread(id)).find((one) => one.kind === 'system'));
  expect(notice.content).toMatchObject({
    event: 'number_changed',
    previous: '+393331110061',
    next: '+393331110062',
  });
  const conversation = await owner.conversations.get({ id });
  expect(conversation).toMatchObject({ unreadCount: 1, lastMessagePreview: 'Ciao' });
  expect(conversation.contact.phone).toBe('+393331110062');
});

it('sends what failed once more, once, and not when the same would fail again', async () => {
  // This number’s messages fail: not reachable.
  await write('+393339131026', { text: 'Ci siete?' });
  const { id } = await conversationWith('+393339131026');
  const sent = await owner.conversations.send({ id, text: 'Certo' });
  const find = async (messageId: string) => (await thread(id)).find((one) => one.id === messageId)!;
  await eventually(async () => (await find(sent.id)).state === 'failed');
  const again = await owner.conversations.sendAgain({ id, messageId: sent.id });
  expect(again).toMatchObject({
    direction: 'out',
    kind: 'text',
    content: { text: 'Certo' },
    state: 'queued',
  });
  expect((await find(sent.id)).content.againId).toBe(again.id);
  await expect(owner.conversations.sendAgain({ id, messageId: sent.id })).rejects.toMatchObject({
    code: 'would_fail_again',
  });
});

describe('delivered several times and in disorder', () => {
  it('each message is there once and the window is that of the latest', async () => {
    await product.control('POST', '/settings', {
      webhooks: { duplicateRate: 0.5, reorder: true, waitMs: 20 },
    });
    try {
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          write(`+39333444000${index % 3}`, { text: `Messaggio ${index}` }),
        ),
      );
      for (const last of [0, 1, 2]) {
        const { id, unreadCount } = await conversationWith(
          `+39333444000${last}`,
          (one) => one.unreadCount >= 20,
        );
        expect(unreadCount).toBe(20);
        expect(await thread(id)).toHaveLength(20);
      }
    } finally {
      await product.control('POST', '/settings', {
        webhooks: { duplicateRate: 0, reorder: false, waitMs: 2 },
      });
    }
  });
});

describe('marketing consent', () => {
  const contactOf = async (number: string) => (await conversationWith(number)).contact.id;

  it.each([
    ['+393335550001', 'STOP'],
    ['+393335550002', 'Basta!'],
    ['+393335550003', ' cancélla. '],
    ['+393335550004', 'dar de baja'],
  ])('%s is unsubscribed by “%s” and subscribed again by “start”', async (number, word) => {
    await write(number, { text: word });
    const id = await contactOf(number);
    await eventually(async () => (await consentOf(id)) === 'unsubscribed');
    const history = await owner.contacts.consentHistory({ id });
    expect(history.items[0]).toMatchObject({ consent: 'unsubscribed', source: 'stop word' });
    await new Promise((done) => setTimeout(done, 1_100));
    await write(number, { text: 'Start' });
    await eventually(async () => (await consentOf(id)) === 'subscribed');
  });

  it('is not touched by a sentence that holds such a word', async () => {
    await write('+393335550010', { text: 'Non riesco a smettere: stop alla dieta!' });
    const conversation = await conversationWith('+393335550010');
    expect(await consentOf(conversation.contact.id)).toBe('not_declared');
  });

  it('follows the workspace’s own words', async () => {
    const before = await owner.conversations.getConsentWords({});
    await owner.conversations.setConsentWords({ ...before, stop: ['Addio'] });
    await write('+393335550011', { text: 'STOP' });
    await write('+393335550011', { text: 'addio' });
    const id = await contactOf('+393335550011');
    await eventually(async () => (await consentOf(id)) === 'unsubscribed');
    const { items } = await owner.contacts.consentHistory({ id });
    expect(items).toHaveLength(1);
    await expect(
      owner.conversations.setConsentWords({ stop: ['ADDIO'], start: ['addio!'] }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    await owner.conversations.setConsentWords(before);
  });

  it('follows WhatsApp’s own switch', async () => {
    await write('+393335550012', { text: 'Ciao' });
    const id = await contactOf('+393335550012');
    await product.control('POST', '/customers/+393335550012/stop-marketing', {});
    await eventually(async () => (await consentOf(id)) === 'unsubscribed');
    await new Promise((done) => setTimeout(done, 1_100));
    await product.control('POST', '/customers/+393335550012/resume-marketing', {});
    await eventually(async () => (await consentOf(id)) === 'subscribed');
  });
});

it('keeps one conversation of a person who turns out to be two contacts', async () => {
  const number = '+393336660001';
  await write(number, { text: 'Con il numero' });
  const known = await conversationWith(number);
  await product.control('POST', `/customers/${number}`, {
    name: 'Due in uno',
    visibility: 'username-only',
    username: 'dueinuno',
  });
  // By user id alone this may be anybody, unless the id was told before.
  await write(number, { text: 'Senza numero' });
  await product.control('POST', `/customers/${number}`, {
    visibility: 'username-with-phone',
    username: 'dueinuno',
  });
  await write(number, { text: 'Con entrambi' });
  const texts = await eventually(async () => {
    const all = (await thread(known.id)).map((message) => message.content.text);
    return all.length === 3 ? all : undefined;
  });
  expect(texts).toEqual(expect.arrayContaining(['Con il numero', 'Senza numero', 'Con entrambi']));
});

it('folds conversations when contacts are merged by hand', async () => {
  await write('+393336660002', { text: 'Vecchio' });
  await write('+393336660003', { text: 'Nuovo' });
  const older = await conversationWith('+393336660002');
  const newer = await conversationWith('+393336660003');
  await owner.contacts.merge({ id: older.contact.id, otherId: newer.contact.id });
  expect((await thread(older.id)).map((message) => message.content.text).toSorted()).toEqual([
    'Nuovo',
    'Vecchio',
  ]);
  expect(await owner.conversations.get({ id: older.id })).toMatchObject({ unreadCount: 2 });
  await expect(owner.conversations.get({ id: newer.id })).rejects.toMatchObject({ code: 'not_found' });
});
