// Two clients that others wrote drive the simulator, so that it is not only consistent with our own reading.

import Client, { MessageType } from '@great-detail/whatsapp';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench, until } from './testing/graph-client.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
);
const PERSON = '+393331112233';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
  await bench.open(PERSON);
});
afterAll(() => bench.close());

describe('@kapso/whatsapp-cloud-api', () => {
  const client = () => new WhatsAppClient({ accessToken: bench.token, baseUrl: bench.url });
  const to = { to: PERSON };

  it('sends text, buttons, a list and a location', async () => {
    const phoneNumberId = bench.phoneId;
    const text = await client().messages.sendText({ phoneNumberId, ...to, body: 'Ciao' });
    expect(text.contacts[0]).toMatchObject({ input: PERSON, waId: '393331112233' });
    expect(text.messages[0]!.id).toMatch(/^wamid\./);
    await client().messages.sendInteractiveButtons({
      phoneNumberId,
      ...to,
      bodyText: 'Choose',
      buttons: [{ id: 'yes', title: 'Yes' }],
    });
    await client().messages.sendLocation({
      phoneNumberId,
      ...to,
      location: { latitude: 41.9, longitude: 12.5, name: 'Roma', address: 'Via Appia 1' },
    });
    const shown = await bench.control('GET', '/messages?customer=393331112233&direction=business');
    expect(shown.body.messages.map((one: { type: string }) => one.type)).toEqual([
      'text',
      'interactive',
      'location',
    ]);
  });

  it('creates, lists and sends a template', async () => {
    const created = await client().templates.create({
      businessAccountId: bench.wabaId,
      name: 'kapso_order',
      language: 'en_US',
      category: 'UTILITY',
      components: [
        { type: 'BODY', text: 'Hi {{1}}, your order is ready.', example: { body_text: [['Ada']] } },
      ],
    });
    expect(created.status).toBe('PENDING');
    await until(() => bench.simulator.world.templates.find(created.id)?.status === 'APPROVED');
    const listed = await client().templates.list({ businessAccountId: bench.wabaId, name: 'kapso_order' });
    expect(listed.data).toHaveLength(1);
    expect(listed.data[0]).toMatchObject({ name: 'kapso_order', status: 'APPROVED', category: 'UTILITY' });
    const sent = await client().messages.sendTemplate({
      phoneNumberId: bench.phoneId,
      ...to,
      template: {
        name: 'kapso_order',
        language: { code: 'en_US' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ada' }] }],
      },
    });
    expect(sent.messages[0]).toMatchObject({ messageStatus: 'accepted' });
  });

  it('uploads, reads, downloads and deletes media', async () => {
    const media = client().media;
    const { id } = await media.upload({
      phoneNumberId: bench.phoneId,
      type: 'image/png',
      file: PNG,
      fileName: 'x.png',
    });
    const found = await media.get({ mediaId: id });
    expect(found).toMatchObject({ mimeType: 'image/png', id });
    expect(Number(found.fileSize)).toBe(PNG.length);
    const bytes = (await media.download({ mediaId: id, as: 'arrayBuffer', auth: 'always' })) as ArrayBuffer;
    expect(Buffer.from(bytes).equals(PNG)).toBe(true);
    const sent = await client().messages.sendImage({ phoneNumberId: bench.phoneId, ...to, image: { id } });
    expect(sent.messages[0]!.id).toBeTruthy();
    expect(await media.delete({ mediaId: id })).toMatchObject({ success: true });
    await expect(media.get({ mediaId: id })).rejects.toThrow();
  });

  it('changes the business profile', async () => {
    const { businessProfile } = client().phoneNumbers;
    await businessProfile.update({
      phoneNumberId: bench.phoneId,
      about: 'Handmade in Rome',
      email: 'ciao@example.com',
    });
    const profile = await businessProfile.get({ phoneNumberId: bench.phoneId, fields: 'about,email' });
    expect(profile.data[0]).toMatchObject({ about: 'Handmade in Rome', email: 'ciao@example.com' });
  });

  it('accepts the signature of our webhooks', async () => {
    await bench.control('POST', `/customers/${PERSON}/messages`, { text: 'Perché no? 🎉 https://x.it' });
    const post = await until(() => bench.receiver.posts.find(({ raw }) => raw.includes('Perch')));
    const header = String(post.headers['x-hub-signature-256']);
    expect(verifySignature({ appSecret: bench.appSecret, rawBody: post.raw, signatureHeader: header })).toBe(
      true,
    );
    expect(verifySignature({ appSecret: 'other', rawBody: post.raw, signatureHeader: header })).toBe(false);
  });
});

describe('@great-detail/whatsapp', () => {
  const client = () =>
    new Client({
      prefixUrl: bench.url,
      request: { headers: { Authorization: `Bearer ${bench.token}` }, retry: 0 },
    });

  it('sends text, marks as read and shows errors', async () => {
    const answer = await client()
      .message.createMessage({
        phoneNumberID: bench.phoneId,
        to: PERSON,
        type: MessageType.Text,
        text: { body: 'Hello' },
      })
      .json<{ messages: { id: string }[] }>();
    expect(answer.messages[0]!.id).toMatch(/^wamid\./);
    const inbound = bench.simulator.world.messages.list({ direction: 'customer', limit: 1 }).messages[0]!;
    const read = await client()
      .message.createStatus({ phoneNumberID: bench.phoneId, message_id: inbound.id, status: 'read' })
      .json();
    expect(read).toEqual({ success: true });
    const wrong = new Client({
      prefixUrl: bench.url,
      request: { headers: { Authorization: 'Bearer no' }, retry: 0 },
    });
    await expect(wrong.phoneNumbers.getPhoneNumber({ phoneNumberID: bench.phoneId })).rejects.toThrow('401');
  });

  it('creates and lists templates', async () => {
    const created = await client()
      .template.create(bench.wabaId, {
        name: 'great_detail',
        language: 'en_US',
        category: 'MARKETING',
        parameter_format: 'POSITIONAL',
        components: [
          { type: 'BODY' as const, text: 'Our autumn sale is on.' },
          { type: 'FOOTER' as const, text: 'Tap to stop' },
        ],
      })
      .json<{ id: string; status: string }>();
    expect(created.status).toBe('PENDING');
    const listed = await client()
      .template.list(bench.wabaId, { limit: 100 })
      .json<{ data: { name: string }[] }>();
    expect(listed.data.map(({ name }) => name)).toContain('great_detail');
  });

  it('uploads media and reads its address', async () => {
    const { id } = await client()
      .media.upload({
        phoneNumberID: bench.phoneId,
        file: new Blob([PNG]),
        mimeType: 'image/png',
        filename: 'x.png',
      })
      .json<{ id: string }>();
    const found = await client().media.getURL({ mediaID: id }).json<{ url: string; sha256: string }>();
    expect(found.url).toContain(bench.url);
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
    const bytes = await client()
      .media.download({
        mediaURL: found.url,
        request: { headers: { Authorization: `Bearer ${bench.token}` } },
      })
      .arrayBuffer();
    expect(Buffer.from(bytes).equals(PNG)).toBe(true);
  });

  it('reads numbers and subscriptions, changes the profile', async () => {
    const numbers = await client()
      .phoneNumbers.listPhoneNumbers({ businessAccountID: bench.wabaId })
      .json<{ data: { id: string }[] }>();
    expect(numbers.data.map(({ id }) => id)).toEqual([bench.phoneId, bench.secondPhoneId]);
    await client().businessProfile.updateBusinessProfile({
      phoneNumberID: bench.phoneId,
      description: 'Leather goods',
      messaging_product: 'whatsapp',
    } as never);
    const apps = await client()
      .subscribedApps.listSubscriptions({ businessAccountID: bench.wabaId })
      .json<{ data: { whatsapp_business_api_data: { id: string } }[] }>();
    expect(apps.data[0]!.whatsapp_business_api_data.id).toBe(bench.appId);
  });

  it('accepts the signature of our webhooks', async () => {
    await bench.control('POST', `/customers/${PERSON}/messages`, { text: 'Città / è' });
    const post = await until(() => bench.receiver.posts.find(({ raw }) => raw.includes('Citt')));
    const event = await client().webhook.eventNotification({
      method: 'POST',
      query: {},
      body: post.raw.toString(),
      headers: post.headers as Record<string, string>,
    });
    expect(await event.signature.sha256.check(bench.appSecret)).toBe(true);
  });
});
