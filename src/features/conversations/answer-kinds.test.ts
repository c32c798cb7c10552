// Answers beyond plain text: buttons, lists, quotes, reactions, templates by hand; tapped and read on the simulator's phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Template } from '#features/templates/templates.contract.ts';
import { shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { addMember, type Browser } from '../../../test/support/server.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
} from '../../../test/support/workspace.ts';
import type { Conversation, Message } from './conversations.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let browser: Browser;

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  browser = await addMember(product, workspace.id, 'owner');
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

type Seen = {
  id: string;
  type: string;
  content: Record<string, unknown>;
  context_id?: string;
  reactions: { from: string; emoji: string }[];
};

async function onPhone(number: string, direction: 'business' | 'customer' = 'business'): Promise<Seen[]> {
  const { messages } = await product.control<{ messages: Seen[] }>(
    'GET',
    `/messages?customer=${encodeURIComponent(number)}&direction=${direction}`,
  );
  return messages;
}

async function customerWrites(number: string, body: object): Promise<Conversation> {
  await product.control('POST', `/customers/${number}/messages`, body);
  return eventually(async () => (await owner.conversations.list({ search: number })).items[0]);
}

const thread = async (id: string): Promise<Message[]> => (await owner.conversations.messages({ id })).items;

function arrived(number: string, type: string): Promise<Seen> {
  return eventually(async () => (await onPhone(number)).find((one) => one.type === type));
}

const upload = (id: string, name: string, type: string, bytes: Buffer) =>
  uploadTo(`/api/v1/conversations/${id}/files?name=${name}`, type, bytes);

async function uploadTo(url: string, type: string, bytes: Buffer): Promise<string> {
  const answer = await product.app.inject({
    method: 'POST',
    url,
    headers: {
      cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      'x-workspace': workspace.id,
      'x-rondine-csrf': '1',
      'content-type': type,
    },
    payload: bytes,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json().fileId;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('later, and kept files', () => {
  it('what was scheduled goes by itself, in its order and once, with a file that WhatsApp has forgotten', async () => {
    const { id } = await customerWrites('+393331110077', { text: 'A domani' });
    const fileId = await upload(id, 'forno.png', 'image/png', PNG);
    const uploaded_at = new Date(Date.now() - 40 * 86_400_000);
    await workspace.run(({ tx }) =>
      tx.updateTable('provider_media').set({ uploaded_at }).where('file_id', '=', fileId).execute(),
    );
    const sendAt = new Date(Date.now() + 1_000).toISOString();
    await owner.conversations.schedule({ id, fileId, text: 'Il forno', sendAt });
    await owner.conversations.schedule({ id, text: 'Siamo aperti', sendAt });
    const said = async () =>
      (await onPhone('+393331110077')).map((one) => JSON.stringify(one.content)).join(' ');
    await eventually(async () => /Il forno/.test(await said()) && /Siamo aperti/.test(await said()));
    expect(await onPhone('+393331110077')).toHaveLength(2);
    const sent = (await thread(id)).filter((one) => one.direction === 'out');
    expect(sent.map((one) => one.kind)).toEqual(['text', 'image']);
    expect((await owner.conversations.scheduled({ id })).items).toEqual([]);
  });

  it('the file of a quick reply goes from any number', async () => {
    const { id } = await customerWrites('+393331110078', { text: 'Il listino?' });
    const fileId = await uploadTo('/api/v1/quick-replies/files?name=listino.png', 'image/png', PNG);
    await expect(owner.conversations.send({ id, fileId })).rejects.toMatchObject({ code: 'upload_missing' });
    const reply = await owner.quickReplies.create({ shortcut: 'listino', text: '', fileId, shared: true });
    const kept = await browser.send('GET', `/api/v1/quick-replies/${reply.id}/file`);
    expect([kept.status, kept.headers['content-type']]).toEqual([200, 'image/png']);
    await owner.conversations.send({ id, fileId, text: 'Ecco il listino' });
    expect((await arrived('+393331110078', 'image')).content).toMatchObject({ caption: 'Ecco il listino' });
  });
});

describe('buttons and lists', () => {
  it('show their choices on the phone, and what is tapped comes back as an answer to them', async () => {
    const number = '+393337780001';
    const { id } = await customerWrites(number, { text: 'Avete un tavolo?' });
    const asked = await owner.conversations.send({
      id,
      text: 'Per quando?',
      header: 'Prenotazione',
      footer: 'Forno Aurora',
      buttons: [{ title: 'Stasera' }, { title: 'Domani', id: 'tomorrow' }],
    });
    expect(asked).toMatchObject({ kind: 'buttons', content: { body: 'Per quando?' } });
    const shown = await arrived(number, 'interactive');
    expect(shown.content).toMatchObject({
      type: 'button',
      header: { type: 'text', text: 'Prenotazione' },
      body: { text: 'Per quando?' },
      footer: { text: 'Forno Aurora' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: '1', title: 'Stasera' } },
          { type: 'reply', reply: { id: 'tomorrow', title: 'Domani' } },
        ],
      },
    });
    await eventually(async () => (await thread(id)).find((one) => one.id === asked.id)?.state === 'read');
    await product.control('POST', `/customers/${number}/tap`, { button: 'Domani' });
    const tapped = await eventually(async () =>
      (await thread(id)).find((one) => one.kind === 'button_reply'),
    );
    expect(tapped).toMatchObject({
      content: { id: 'tomorrow', title: 'Domani' },
      replyTo: { id: asked.id, direction: 'out', preview: 'Per quando?' },
    });
    expect((await owner.conversations.get({ id })).lastMessagePreview).toBe('Domani');

    const list = await owner.conversations.send({
      id,
      text: 'Che torta?',
      list: {
        button: 'Scegli',
        sections: [
          { title: 'Dolci', rows: [{ title: 'Pastiera', description: 'Con grano' }, { title: 'Babà' }] },
          { title: 'Salati', rows: [{ title: 'Casatiello' }] },
        ],
      },
    });
    await eventually(async () => (await thread(id)).find((one) => one.id === list.id)?.state === 'read');
    await product.control('POST', `/customers/${number}/tap`, { button: 'Casatiello' });
    const chosen = await eventually(async () => (await thread(id)).find((one) => one.kind === 'list_reply'));
    expect(chosen).toMatchObject({ content: { id: '3', title: 'Casatiello' }, replyTo: { id: list.id } });
  });

  it('may stand under a picture', async () => {
    const number = '+393337780002';
    const { id } = await customerWrites(number, { text: 'Ciao' });
    const fileId = await upload(id, 'torta.png', 'image/png', PNG);
    await owner.conversations.send({
      id,
      fileId,
      text: 'Questa?',
      buttons: [{ title: 'Sì' }, { title: 'No' }],
    });
    const { content } = await arrived(number, 'interactive');
    expect(content).toMatchObject({ header: { type: 'image', image: { id: expect.any(String) } } });
  });
});

describe('quotes and reactions', () => {
  it('quote on the phone what was quoted here', async () => {
    const number = '+393337780010';
    const { id } = await customerWrites(number, { text: 'Fate torte?' });
    await product.control('POST', `/customers/${number}/messages`, { text: 'E pane?' });
    const question = await eventually(async () =>
      (await thread(id)).find((one) => one.content.text === 'Fate torte?'),
    );
    await owner.conversations.send({ id, text: 'Sì!', replyToId: question.id });
    const sent = await arrived(number, 'text');
    const [first] = await onPhone(number, 'customer');
    expect(sent.context_id).toBe(first!.id);
  });

  it('react, change the reaction and take it back', async () => {
    const number = '+393337780011';
    const { id } = await customerWrites(number, { text: 'Grazie mille' });
    const thanks = (await eventually(async () => (await thread(id))[0]))!;
    const reactions = async () => (await onPhone(number, 'customer'))[0]!.reactions;
    const first = await owner.conversations.react({ id, messageId: thanks.id, emoji: '❤️' });
    expect(first).toMatchObject({ kind: 'reaction', content: { emoji: '❤️' }, replyTo: { id: thanks.id } });
    await eventually(async () => (await reactions())[0]?.emoji === '❤️');
    expect((await owner.conversations.react({ id, messageId: thanks.id, emoji: '❤️' })).id).toBe(first.id);
    await owner.conversations.react({ id, messageId: thanks.id, emoji: '👍🏽' });
    await eventually(async () => (await reactions())[0]?.emoji === '👍🏽');
    await owner.conversations.react({ id, messageId: thanks.id, emoji: '' });
    await eventually(async () => (await reactions()).length === 0);
    await expect(owner.conversations.react({ id, messageId: thanks.id, emoji: '' })).rejects.toMatchObject({
      code: 'reaction_missing',
    });
    await expect(owner.conversations.react({ id, messageId: first.id, emoji: '👍' })).rejects.toMatchObject({
      code: 'message_not_quotable',
    });
  });

  it('are refused outside the window, to blocked contacts, and to those who may not see the chat', async () => {
    const { id, contact } = await customerWrites('+393337780012', { text: 'Ciao' });
    const [message] = await eventually(async () => {
      const all = await thread(id);
      return all.length > 0 ? all : undefined;
    });
    const attempt = (as: Client = owner) =>
      as.conversations.react({ id, messageId: message!.id, emoji: '👍' });
    await expect(attempt(await workspace.client('chat_operator'))).rejects.toMatchObject({
      code: 'not_found',
    });
    try {
      shiftClock(24 * 3_600_000 + 1_000);
      await expect(attempt()).rejects.toMatchObject({ code: 'window_closed' });
    } finally {
      shiftClock(0);
    }
    await owner.contacts.block({ selection: { ids: [contact.id] } });
    await expect(attempt()).rejects.toMatchObject({ code: 'contact_blocked' });
    expect(await onPhone('+393337780012')).toEqual([]);
  });
});

describe('files', () => {
  it('that WhatsApp shows without words are refused with a caption; a voice note needs ogg', async () => {
    const { id } = await customerWrites('+393337780020', { text: 'Ciao' });
    const mp3 = await upload(
      id,
      'jingle.mp3',
      'audio/mpeg',
      Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000'),
    );
    await expect(owner.conversations.send({ id, fileId: mp3, text: 'Senti' })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'text' }],
    });
    await expect(owner.conversations.send({ id, fileId: mp3, voiceNote: true })).rejects.toMatchObject({
      fields: [{ path: 'voiceNote' }],
    });
    expect(await owner.conversations.send({ id, fileId: mp3 })).toMatchObject({ kind: 'audio' });
  });
});

describe('a template by hand', () => {
  const marketing = async () => {
    await product.control('POST', '/templates', {
      name: 'spring_offer',
      language: 'it',
      components: [
        { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::x'] } },
        { type: 'BODY', text: 'Ciao {{1}}, guarda qui.', example: { body_text: [['Ana']] } },
      ],
    });
    await owner.templates.synchronise({});
    return eventually(async () => (await owner.templates.list({ search: 'spring_offer' })).items[0]);
  };
  let template: Template;
  beforeAll(async () => {
    template = await marketing();
  });

  it('of marketing needs a word more when the contact unsubscribed, and shows the file that was chosen', async () => {
    const number = '+393337780030';
    const { id, contact } = await customerWrites(number, { text: 'Ciao' });
    await owner.contacts.setConsent({
      selection: { ids: [contact.id] },
      consent: 'unsubscribed',
      source: 'phone',
    });
    const fileId = await upload(id, 'offerta.png', 'image/png', PNG);
    const texts = { 'body.1': 'Elena' };
    const wish = { id, templateId: template.id, texts, media: { header: fileId } };
    await expect(owner.conversations.sendTemplate(wish)).rejects.toMatchObject({
      code: 'contact_unsubscribed',
    });
    await expect(
      owner.conversations.sendTemplate({
        ...wish,
        confirmUnsubscribed: true,
        media: { 'cards.7.header': fileId },
      }),
    ).rejects.toMatchObject({ fields: [{ path: 'media.cards.7.header' }] });
    const sent = await owner.conversations.sendTemplate({ ...wish, confirmUnsubscribed: true });
    expect(sent).toMatchObject({ kind: 'template', media: { state: 'ready', name: 'offerta.png' } });
    await eventually(async () => (await onPhone(number)).some((one) => one.type === 'template'));
  });

  it('never goes to a blocked contact, nor to a chat that one may not see', async () => {
    const { id, contact } = await customerWrites('+393337780031', { text: 'Ciao' });
    const operator = clientFor(product.services, await workspace.caller('chat_operator'));
    const wish = { id, templateId: template.id, confirmUnsubscribed: true };
    await expect(operator.conversations.sendTemplate(wish)).rejects.toMatchObject({ code: 'not_found' });
    await owner.contacts.block({ selection: { ids: [contact.id] } });
    await expect(owner.conversations.sendTemplate(wish)).rejects.toMatchObject({ code: 'contact_blocked' });
    expect(await onPhone('+393337780031')).toEqual([]);
  });

  it('takes a free sentence after 24 hours, within an open template', async () => {
    await product.control('POST', '/templates', {
      name: 'open_it',
      language: 'it',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Ciao {{1}}, ti scriviamo per dirti: {{2}} A presto!',
          example: { body_text: [['Ana', 'è pronto.']] },
        },
      ],
    });
    await owner.templates.synchronise({});
    const found = await eventually(async () => (await owner.templates.list({ search: 'open_it' })).items[0]);
    expect(found.openSlot).toBeNull();
    const open = await owner.templates.update({
      id: found.id,
      variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'cliente' }, 'body.2': { field: 'SENTENCE' } },
    });
    expect(open.openSlot).toBe('body.2');
    const number = '+393337780032';
    const { id, contact } = await customerWrites(number, { text: 'Ciao' });
    expect(await owner.templates.preview({ id: open.id, contactId: contact.id })).toMatchObject({
      texts: { 'body.1': 'cliente' },
      missing: [{ key: 'body.2' }],
    });
    try {
      shiftClock(24 * 3_600_000 + 1_000);
      const texts = { 'body.2': 'il tuo ordine è pronto.' };
      const sent = await owner.conversations.sendTemplate({ id, templateId: open.id, texts });
      expect(sent.content.shown).toMatchObject({
        body: 'Ciao cliente, ti scriviamo per dirti: il tuo ordine è pronto. A presto!',
      });
      await eventually(async () => (await onPhone(number)).some((one) => one.type === 'template'));
    } finally {
      shiftClock(0);
    }
  });

  it('is a favourite of whom it is, not of everybody', async () => {
    const operator = clientFor(product.services, await workspace.caller('chat_operator'));
    await operator.templates.setFavourite({ id: template.id, favourite: true });
    expect((await operator.templates.setFavourite({ id: template.id, favourite: true })).favourite).toBe(
      true,
    );
    expect((await operator.templates.list({ favourite: 'true' })).items).toMatchObject([{ id: template.id }]);
    expect((await owner.templates.get({ id: template.id })).favourite).toBe(false);
    expect((await owner.templates.list({ favourite: 'true' })).items).toEqual([]);
    await operator.templates.setFavourite({ id: template.id, favourite: false });
    expect((await operator.templates.get({ id: template.id })).favourite).toBe(false);
  });
});
