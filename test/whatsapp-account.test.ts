// The provider's account side against the simulator: connecting, webhooks, templates, files, profile, block list.

import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkConnection } from '#whatsapp/cloud-api/connect-check.ts';
import { readWebhook } from '#whatsapp/cloud-api/read-webhook.ts';
import { signatureHolds } from '#whatsapp/cloud-api/signature.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import type { TemplateDraft } from '#whatsapp/template-model.ts';
import { checkTemplate } from '#whatsapp/template-rules.ts';
import {
  type ConnectedSimulator,
  connectSimulator,
  openWebhookAddress,
  type WebhookAddress,
} from './support/whatsapp-simulator.ts';

let simulator: ConnectedSimulator;
let provider: WhatsAppProvider;
let control: ConnectedSimulator['control'];
let address: WebhookAddress;

beforeAll(async () => {
  simulator = await connectSimulator();
  ({ provider, control } = simulator);
});
beforeEach(async () => {
  await control('POST', 'reset');
  address = await openWebhookAddress();
});
afterEach(() => address.close());
afterAll(() => simulator.close());

function events(): ProviderEvent[] {
  return address.deliveries.flatMap(({ body, signature }) => {
    expect(signatureHolds(body, signature, simulator.keys.appSecret)).toBe(true);
    return readWebhook(body, new Date());
  });
}
const gist = (event: ProviderEvent) =>
  event.kind === 'message_status' ? `${event.kind} ${event.status}` : event.kind;
async function until(wanted: (seen: ProviderEvent[]) => boolean): Promise<ProviderEvent[]> {
  await vi.waitFor(() => expect(wanted(events())).toBe(true), { timeout: 60_000, interval: 20 });
  return events();
}

const draft: TemplateDraft = {
  name: 'order_shipped',
  language: 'en_US',
  category: 'utility',
  variables: 'positional',
  content: {
    header: { kind: 'text', text: 'Order {{1}}', examples: { 1: '12' } },
    body: {
      text: 'Dear {{1}}, your order left our house on {{2}} and will arrive soon.',
      examples: { 1: 'Ana', 2: 'Monday' },
    },
    footer: 'Bottega Aurora',
    buttons: [
      { kind: 'quick_reply', text: 'Thanks' },
      { kind: 'url', text: 'Follow it', url: 'https://example.org/track/{{1}}', example: '12' },
    ],
  },
};

describe('connecting', () => {
  const check = (rest: object = {}) =>
    checkConnection({ ...simulator.keys, ...rest }, { baseUrl: simulator.url });

  it('finds the keys right and tells of the number', async () => {
    const report = await check();
    expect(report).toMatchObject({
      problems: [],
      number: { status: 'connected', registered: true, throughputPerSecond: 80 },
    });
    expect(await provider.numberStatus()).toEqual(report.number);
    expect((await provider.listNumbers()).map(({ phoneNumberId }) => phoneNumberId)).toContain(
      simulator.keys.phoneNumberId,
    );
    expect(await provider.inspectToken()).toMatchObject({ valid: true, appId: simulator.keys.appId });
  });

  it('names each problem', async () => {
    const codes = async (rest: object) => (await check(rest)).problems.map(({ code }) => code);
    expect(await codes({ token: 'EAAGnonsense' })).toEqual(['token_invalid']);
    expect(await codes({ wabaId: '999' })).toEqual(['waba_unreachable']);
    expect(await codes({ phoneNumberId: '999' })).toEqual(['number_not_in_waba', 'number_unreachable']);
    expect(await codes({ appSecret: 'wrong' })).toEqual(['app_secret_wrong']);
    const token = await control<{ access_token: string }>('POST', 'tokens', {
      scopes: ['whatsapp_business_management'],
    });
    expect(await codes({ token: token.access_token })).toContain('scope_missing');
    const old = await control<{ access_token: string }>('POST', 'tokens', { expires_in: -10 });
    expect(await codes({ token: old.access_token })).toEqual(['token_expired']);
  });

  it('has its webhook refused when the address does not answer', async () => {
    const callback = { url: `${address.url}`, verifyToken: 'not this one' };
    await expect(provider.setAppCallback(callback)).rejects.toMatchObject({
      code: 'whatsapp_callback_refused',
    });
  });

  it('registers the number', async () => {
    await provider.registerNumber('123456');
  });
});

describe('webhooks', () => {
  it('tell what became of a message, and what the customer wrote', async () => {
    await provider.subscribeWebhooks();
    await provider.setAppCallback(address);
    const outcome = await provider.send({
      recipient: { phone: '+393331234567' },
      callbackId: 'ours-7',
      content: { type: 'template', name: 'hello_world', language: 'en_US' },
    });
    await control('POST', 'customers/393331234567/messages', { text: 'Perché no? 😀 a/b', name: 'Lucía' });
    const seen = await until((all) => all.length >= 4);
    expect(seen.map(gist).sort()).toEqual([
      'message_received',
      'message_status delivered',
      'message_status read',
      'message_status sent',
    ]);
    for (const event of seen) {
      expect(event).toMatchObject({
        wabaId: simulator.keys.wabaId,
        phoneNumberId: simulator.keys.phoneNumberId,
      });
      if (event.kind === 'message_status')
        expect(event).toMatchObject({
          callbackId: 'ours-7',
          providerMessageId: outcome.outcome === 'accepted' && outcome.providerMessageId,
        });
      if (event.kind === 'message_received')
        expect(event).toMatchObject({ from: { name: 'Lucía' }, content: { text: 'Perché no? 😀 a/b' } });
    }
  });

  it('have the same keys when they come twice and out of order', async () => {
    await provider.subscribeWebhooks(address);
    const send = (phone: string) =>
      provider.send({
        recipient: { phone },
        content: { type: 'template', name: 'hello_world', language: 'en_US' },
      });
    await send('+393339990012');
    await send('+393339990011');
    const seen = await until((all) => all.length >= 9);
    expect(new Set(seen.map((event) => event.dedupeKey)).size).toBe(6);
  });

  it('give the reason of a failure', async () => {
    await provider.subscribeWebhooks(address);
    const template = { type: 'template', name: 'hello_world', language: 'en_US' } as const;
    await provider.send({ recipient: { phone: '+393339131026' }, content: template });
    const seen = await until((all) => all.some((event) => gist(event) === 'message_status failed'));
    expect(seen.find((event) => gist(event) === 'message_status failed')).toMatchObject({
      failures: [{ kind: 'recipient_unreachable', retry: 'no', stops: 'recipient' }],
    });
  });
});

const errorsOf = (written: TemplateDraft) =>
  checkTemplate(written).filter(({ severity }) => severity === 'error');

describe('templates', () => {
  it('are handed in, approved, listed as they were written, edited and deleted', async () => {
    await provider.subscribeWebhooks();
    await provider.setAppCallback(address);
    expect(errorsOf(draft)).toEqual([]);
    const made = await provider.createTemplate(draft);
    const [approved] = (await until((all) => all.some(({ kind }) => kind === 'template_status'))).filter(
      ({ kind }) => kind === 'template_status',
    );
    expect(approved).toMatchObject({
      templateId: made.id,
      name: draft.name,
      language: 'en_US',
      status: 'approved',
    });
    expect(await provider.getTemplate(made.id)).toMatchObject({ status: 'approved', content: draft.content });
    const names = [];
    for await (const { name } of provider.listTemplates()) names.push(name);
    expect(names).toEqual(expect.arrayContaining(['order_shipped', 'hello_world']));
    const content = { ...draft.content, body: { text: 'Your order is on its way to you.' } };
    await provider.editTemplate(made.id, { ...draft, content });
    expect((await provider.getTemplate(made.id)).content.body.text).toBe('Your order is on its way to you.');
    await provider.deleteTemplate(draft.name);
    const left = [];
    for await (const { name, status } of provider.listTemplates({ name: draft.name }))
      left.push([name, status]);
    expect(left.filter(([, status]) => status === 'approved')).toEqual([]);
  });

  it('are refused for the reason that our own rules found', async () => {
    const wrong = {
      ...draft,
      name: 'wrong',
      content: { ...draft.content, body: { text: '{{1}} is here', examples: { 1: 'a' } } },
    };
    expect(errorsOf(wrong)).not.toEqual([]);
    await expect(provider.createTemplate(wrong)).rejects.toMatchObject({
      failure: { kind: 'template_refused' },
    });
    await expect(provider.createTemplate({ ...draft, name: 'hello_world' })).rejects.toMatchObject({
      failure: { kind: 'template_exists' },
    });
  });

  it('take a sample picture', async () => {
    const file = { fileName: 'a.png', mimeType: 'image/png', bytes: Buffer.alloc(2000, 7) };
    const { handle } = await provider.uploadTemplateSample(file);
    const header = { kind: 'image', sample: handle } as const;
    await provider.createTemplate({ ...draft, name: 'with_picture', content: { ...draft.content, header } });
  });
});

describe('the rest of the number', () => {
  it('uploads a file, and downloads what a customer sent', async () => {
    const bytes = Buffer.from('%PDF-1.4 a small document');
    const { mediaId } = await provider.uploadMedia({ fileName: 'a.pdf', mimeType: 'application/pdf', bytes });
    const file = await provider.downloadMedia(mediaId, { maxBytes: 1000 });
    expect(file).toMatchObject({ mimeType: 'application/pdf', size: bytes.length });
    expect(Buffer.concat(await file.stream.toArray())).toEqual(bytes);
    if (file.sha256?.length === 64)
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    await provider.deleteMedia(mediaId);
    await expect(provider.downloadMedia(mediaId)).rejects.toMatchObject({ name: 'AppError' });
  });

  it('changes the profile', async () => {
    await provider.updateBusinessProfile({
      about: 'Handmade',
      websites: ['https://example.org/'],
      vertical: 'RETAIL',
    });
    expect(await provider.businessProfile()).toMatchObject({
      about: 'Handmade',
      websites: ['https://example.org/'],
    });
  });

  it('blocks who wrote lately, and nobody else', async () => {
    await control('POST', 'customers/393331234567/messages', { text: 'Hello' });
    const blocked = await provider.blockUsers([{ phone: '+393331234567' }]);
    expect(blocked).toMatchObject({ done: [expect.stringContaining('393331234567')], failed: [] });
    const outcome = await provider.send({
      recipient: { phone: '+393331234567' },
      content: { type: 'text', text: 'x' },
    });
    expect(outcome).toMatchObject({ failure: { kind: 'recipient_blocked' } });
    expect((await provider.unblockUsers([{ phone: '+393331234567' }])).done).toHaveLength(1);
  });
});
