// Answering customers: window, blocks, files both ways, templates, who sees what; against the simulator over HTTP.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import { templateSlots } from '#whatsapp/template-slots.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { addMember, type Browser } from '../../../test/support/server.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
} from '../../../test/support/workspace.ts';
import type { Conversation } from './conversations.contract.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

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

type Seen = { type: string; state: string; text?: { body: string } } & Record<string, unknown>;

/** What the simulator says that the customer got. */
async function received(number: string): Promise<Seen[]> {
  const { messages } = await product.control<{ messages: Seen[] }>(
    'GET',
    `/messages?customer=${encodeURIComponent(number)}&direction=business`,
  );
  return messages;
}

async function customerWrites(number: string, body: object): Promise<Conversation> {
  await product.control('POST', `/customers/${number}/messages`, body);
  return eventually(async () => (await owner.conversations.list({ search: number })).items[0]);
}

describe('an answer within the window', () => {
  it('reaches the customer and its state comes back', async () => {
    const { id } = await customerWrites('+393337770001', { text: 'Siete aperti?' });
    const sent = await owner.conversations.send({ id, text: 'Sì, fino alle *20*.' });
    expect(sent).toMatchObject({ direction: 'out', kind: 'text', author: { kind: 'person' } });
    await eventually(async () => (await received('+393337770001')).length === 1);
    await eventually(
      async () =>
        (await owner.conversations.messages({ id })).items.find((one) => one.id === sent.id)?.state ===
        'read',
    );
    expect(await owner.conversations.get({ id })).toMatchObject({
      lastDirection: 'out',
      lastMessagePreview: 'Sì, fino alle *20*.',
    });
  });

  it('may quote, only messages of this conversation', async () => {
    const { id } = await customerWrites('+393337770001', { text: 'E domani?' });
    const question = await eventually(async () =>
      (await owner.conversations.messages({ id })).items.find((one) => one.content.text === 'E domani?'),
    );
    const answer = await owner.conversations.send({ id, text: 'Anche', replyToId: question.id });
    expect(answer.replyTo).toMatchObject({ id: question.id, preview: 'E domani?' });
    const other = await customerWrites('+393337770002', { text: 'Altro' });
    await expect(
      owner.conversations.send({ id: other.id, text: 'No', replyToId: question.id }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is sent once when the same request comes twice', async () => {
    const { id } = await customerWrites('+393337770003', { text: 'Ciao' });
    const again = await workspace.client('owner', { 'idempotency-key': 'k1' });
    const [one, two] = [
      await again.conversations.send({ id, text: 'Una volta' }),
      await again.conversations.send({ id, text: 'Una volta' }),
    ];
    expect(two.id).toBe(one.id);
    await eventually(async () => (await received('+393337770003')).length === 1);
  });
});

describe('refused before it leaves', () => {
  it('outside the window', async () => {
    const { id } = await customerWrites('+393337770010', { text: 'Ciao' });
    try {
      shiftClock(24 * 3_600_000 + 1_000);
      await expect(owner.conversations.send({ id, text: 'Tardi' })).rejects.toMatchObject({
        code: 'window_closed',
      });
    } finally {
      shiftClock(0);
    }
    expect(await received('+393337770010')).toEqual([]);
  });

  it('to a blocked contact, by text or template', async () => {
    const { id, contact } = await customerWrites('+393337770011', { text: 'Ciao' });
    await owner.contacts.block({ selection: { ids: [contact.id] } });
    await expect(owner.conversations.send({ id, text: 'No' })).rejects.toMatchObject({
      code: 'contact_blocked',
    });
  });

  it('without words or file', async () => {
    const { id } = await customerWrites('+393337770012', { text: 'Ciao' });
    await expect(owner.conversations.send({ id, text: '  ' })).rejects.toThrow();
  });
});

describe('files', () => {
  it('of customers are fetched, shown in parts, and never run', async () => {
    const { id } = await customerWrites('+393337770020', {
      image: { bytes_base64: PNG.toString('base64'), mime_type: 'image/png', caption: 'Eccola' },
    });
    const message = await eventually(async () =>
      (await owner.conversations.messages({ id })).items.find((one) => one.media?.state === 'ready'),
    );
    expect(message).toMatchObject({
      kind: 'image',
      content: { caption: 'Eccola' },
      media: { mimeType: 'image/png' },
    });
    const address = `/api/v1/messages/${message.id}/media`;
    const whole = await product.app.inject({
      url: `${address}?workspace=${workspace.id}`,
      headers: cookies(),
    });
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.equals(PNG)).toBe(true);
    expect(whole.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^inline; filename=/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'accept-ranges': 'bytes',
    });
    const part = await product.app.inject({
      url: `${address}?workspace=${workspace.id}`,
      headers: { ...cookies(), range: 'bytes=1-3' },
    });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      'PNG',
      `bytes 1-3/${PNG.length}`,
    ]);
    const beyond = await product.app.inject({
      url: `${address}?workspace=${workspace.id}`,
      headers: { ...cookies(), range: 'bytes=9999-' },
    });
    expect(beyond.statusCode).toBe(416);
    expect((await product.app.inject({ url: `${address}?workspace=${workspace.id}` })).statusCode).toBe(401);
  });

  it('that could run in a browser are only downloaded', async () => {
    const { id } = await customerWrites('+393337770021', {
      document: {
        bytes_base64: Buffer.from('<script>alert(1)</script>').toString('base64'),
        mime_type: 'text/html',
        filename: 'pagina.html',
      },
    });
    const message = await eventually(async () =>
      (await owner.conversations.messages({ id })).items.find((one) => one.media?.state === 'ready'),
    );
    const answer = await product.app.inject({
      url: `/api/v1/messages/${message.id}/media?workspace=${workspace.id}`,
      headers: cookies(),
    });
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="pagina.html"/);
  });

  it('of ours reach the customer byte for byte', async () => {
    const { id } = await customerWrites('+393337770022', { text: 'Una foto?' });
    const upload = await product.app.inject({
      method: 'POST',
      url: `/api/v1/conversations/${id}/files?name=tavolo.png`,
      headers: {
        ...cookies(),
        'x-workspace': workspace.id,
        'x-rondine-csrf': '1',
        'content-type': 'image/png',
      },
      payload: PNG,
    });
    expect([upload.statusCode, upload.json()]).toMatchObject([201, { kind: 'image', mimeType: 'image/png' }]);
    const sent = await owner.conversations.send({
      id,
      fileId: upload.json().fileId,
      text: 'Il vostro tavolo',
    });
    expect(sent).toMatchObject({ kind: 'image', media: { state: 'ready', name: 'tavolo.png' } });
    const [got] = await eventually(async () => {
      const all = await received('+393337770022');
      return all.length > 0 ? all : undefined;
    });
    expect(got!.type).toBe('image');
    expect(JSON.stringify(got)).toContain('Il vostro tavolo');
    const stored = product.simulator.world.media.all().at(-1)!;
    expect(stored.sha256).toBe(createHash('sha256').update(PNG).digest('hex'));
  });
});

describe('a template', () => {
  it('opens a conversation with somebody who never wrote, and is shown as they read it', async () => {
    await owner.templates.synchronise({});
    const template = await eventually(async () =>
      (await owner.templates.list({ status: 'approved' })).items.find(
        (one) => one.content.header.kind === 'none' || one.content.header.kind === 'text',
      ),
    );
    const contact = await owner.contacts.create({ phone: '+393337770050', firstName: 'Elena' });
    const { id } = await owner.conversations.open({ contactId: contact.id });
    expect((await owner.conversations.open({ contactId: contact.id })).id).toBe(id);
    await expect(owner.conversations.send({ id, text: 'Ciao' })).rejects.toMatchObject({
      code: 'window_closed',
    });
    const texts = Object.fromEntries(
      templateSlots(template.content, template.variableFormat).map((slot) => [slot.key, 'Elena']),
    );
    await workspace.run((call) =>
      call.tx.updateTable('templates').set({ time_to_live_seconds: 3_600 }).execute(),
    );
    const before = Date.now();
    const sent = await owner.conversations.sendTemplate({ id, templateId: template.id, texts });
    expect(sent).toMatchObject({ kind: 'template', content: { shown: { body: expect.any(String) } } });
    await eventually(async () => (await received('+393337770050'))[0]?.type === 'template');
    // It ends when WhatsApp gives up.
    const ends = await eventually(() =>
      workspace.run(({ tx }) =>
        tx
          .selectFrom('message_expiries')
          .select('due_at')
          .where(sql<boolean>`${sent.id} = any(message_ids)`)
          .executeTakeFirst(),
      ),
    );
    expect(ends.due_at.getTime() - before).toBeLessThan(2 * 3_600_000);
    expect((await owner.conversations.list({ search: '+393337770050' })).items).toHaveLength(1);
  });
});

describe('reading', () => {
  it('tells the customer, and the inbox', async () => {
    const { id } = await customerWrites('+393337770030', { text: 'Letto?' });
    expect((await owner.conversations.list({ show: 'unread', search: '+393337770030' })).items).toHaveLength(
      1,
    );
    await owner.conversations.markRead({ id });
    expect((await owner.conversations.list({ show: 'unread', search: '+393337770030' })).items).toEqual([]);
    await eventually(async () => {
      const { messages } = await product.control<{ messages: Seen[] }>(
        'GET',
        `/messages?customer=${encodeURIComponent('+393337770030')}&direction=customer`,
      );
      return messages[0]?.read_by_business === true;
    });
    await owner.conversations.markUnread({ id });
    expect(await owner.conversations.get({ id })).toMatchObject({ unreadCount: 1 });
  });
});

describe('a chat operator', () => {
  it('sees and answers only what is assigned to them', async () => {
    const { id, contact } = await customerWrites('+393337770040', { text: 'Privato' });
    const caller = await workspace.caller('chat_operator');
    const operator = clientFor(product.services, caller);
    expect((await operator.conversations.list({})).items).toEqual([]);
    for (const attempt of [
      () => operator.conversations.get({ id }),
      () => operator.conversations.messages({ id }),
      () => operator.conversations.send({ id, text: 'Ciao' }),
      () => operator.conversations.markRead({ id }),
      () => operator.conversations.open({ contactId: contact.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    await expect(operator.conversations.assign({ id, userIds: [caller.userId!] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await operator.conversations.unread({})).toEqual({ count: 0 });
    const assigned = await owner.conversations.assign({ id, userIds: [caller.userId!] });
    expect(assigned.assignees).toMatchObject([{ userId: caller.userId }]);
    expect((await operator.conversations.list({ show: 'mine' })).items).toHaveLength(1);
    expect(await operator.conversations.send({ id, text: 'Eccomi' })).toMatchObject({ direction: 'out' });
    await owner.conversations.assign({ id, userIds: [] });
    await expect(operator.conversations.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

function cookies(): Record<string, string> {
  return { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}
