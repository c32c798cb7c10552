// Webhooks: bytes and signature, batches, routing, handshake, duplicates, and receivers that are down.

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Bench,
  inboundOf,
  received,
  startBench,
  startReceiver,
  statusesOf,
  until,
} from './testing/graph-client.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };

describe('what is posted', () => {
  it('is signed over the exact bytes, with everything outside ASCII and slashes escaped', async () => {
    await bench.control('POST', '/customers/393331/messages', { text: 'x' });
    await bench.control('POST', '/customers/39333111222/messages', { text: 'Perché 🎉 https://x.it/a' });
    const post = await until(() => bench.receiver.posts.find(({ raw }) => raw.includes('Perch')));
    const text = post.raw.toString('latin1');
    expect(text).toContain('Perch\\u00e9 \\ud83c\\udf89 https:\\/\\/x.it\\/a');
    const expected = createHmac('sha256', bench.appSecret).update(post.raw).digest('hex');
    expect(post.headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
  });

  it('has the account as entry id and the number in the metadata', async () => {
    await bench.open('39333111222');
    const post = await until(() => bench.receiver.posts[0]);
    expect(post.body).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: bench.wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '390655501001', phone_number_id: bench.phoneId },
                contacts: [{ wa_id: '39333111222', user_id: expect.stringMatching(/^IT\./) }],
                messages: [{ from: '39333111222', type: 'text', text: { body: 'Ciao' } }],
              },
            },
          ],
        },
      ],
    });
  });

  it('comes in batches, or one by one where the setting says so', async () => {
    await bench.control('POST', '/settings', { webhooks: { waitMs: 400 } });
    await Promise.all(
      Array.from({ length: 20 }, (_none, at) => bench.send({ to: `3933311100${10 + at}`, ...hello })),
    );
    await until(() => received(bench.receiver, 'messages').flatMap((value) => value.statuses).length === 60);
    expect(bench.receiver.posts.length).toBeLessThan(20);
    bench.receiver.posts.length = 0;
    await bench.control('POST', '/settings', { webhooks: { maxUpdates: 1 } });
    await bench.send({ to: '39333111099', ...hello });
    await until(() => bench.receiver.posts.length === 3);
  });

  it('can be duplicated and shuffled', async () => {
    await bench.control('POST', '/settings', { webhooks: { duplicateRate: 1, reorder: true } });
    const answer = await bench.send({ to: '39333111098', ...hello });
    await until(() => statusesOf(bench.receiver, answer.body.messages[0].id).length === 6);
  });
});

describe('where it goes', () => {
  it('follows number, account, app; other fields go to the app only', async () => {
    const [forAccount, forNumber] = [await startReceiver(), await startReceiver()];
    await bench.call('POST', `/v26.0/${bench.wabaId}/subscribed_apps`, {
      override_callback_uri: forAccount.url,
      verify_token: 'a',
    });
    expect(forAccount.handshakes[0]).toMatchObject({ 'hub.mode': 'subscribe', 'hub.verify_token': 'a' });
    await bench.call('POST', `/v26.0/${bench.secondPhoneId}`, {
      webhook_configuration: { override_callback_uri: forNumber.url, verify_token: 'b' },
    });
    await bench.open('39333111222');
    await bench.control('POST', '/customers/39333111222/messages', {
      text: 'x',
      phone_number_id: bench.secondPhoneId,
    });
    await until(() => forAccount.posts.length === 1 && forNumber.posts.length === 1);
    expect(bench.receiver.posts).toHaveLength(0);
    await bench.control('POST', '/customers/39333111222/stop-marketing', {});
    await until(() => received(bench.receiver, 'user_preferences').length === 1);
    expect(received(forAccount, 'user_preferences')).toHaveLength(0);
    await bench.call('POST', `/v26.0/${bench.wabaId}/subscribed_apps`);
    await bench.open('39333111222');
    await until(() => inboundOf(bench.receiver).length === 1);
    await bench.call('DELETE', `/v26.0/${bench.wabaId}/subscribed_apps`);
    await bench.open('39333111222');
    await new Promise((done) => setTimeout(done, 60));
    expect(inboundOf(bench.receiver)).toHaveLength(1);
    await forAccount.close();
    await forNumber.close();
  });

  it('is refused when the callback does not agree', async () => {
    const wrong = { override_callback_uri: bench.receiver.url, verify_token: 'wrong' };
    const answer = await bench.call('POST', `/v26.0/${bench.wabaId}/subscribed_apps`, wrong);
    expect([answer.status, answer.body.error.code]).toEqual([400, 2200]);
    const nowhere = { override_callback_uri: 'http://127.0.0.1:9/x', verify_token: 'a' };
    expect((await bench.call('POST', `/v26.0/${bench.wabaId}/subscribed_apps`, nowhere)).status).toBe(400);
  });
});

describe('a receiver that is down', () => {
  it('gets everything once it is back', async () => {
    bench.receiver.answer.status = 503;
    const answer = await bench.send({ to: '39333111222', ...hello });
    await until(() => (bench.simulator.world.webhooks.report()[0]?.refused ?? 0) >= 3);
    expect(bench.simulator.world.webhooks.pending).toBeGreaterThan(0);
    bench.receiver.answer.status = 200;
    await bench.control('POST', '/clock', { advance: '10s' });
    await until(() => statusesOf(bench.receiver, answer.body.messages[0].id).length === 3);
    await until(() => bench.simulator.world.webhooks.pending === 0);
  });

  it('is given up after seven days', async () => {
    bench.receiver.answer.status = 500;
    await bench.open('39333111222');
    await until(() => (bench.simulator.world.webhooks.report()[0]?.refused ?? 0) > 0);
    for (let day = 0; day < 9; day++) {
      await bench.control('POST', '/clock', { advance: '1d' });
      await new Promise((done) => setTimeout(done, 30));
    }
    await until(() => bench.simulator.world.webhooks.report()[0]?.abandoned === 1);
  });
});

describe('what a customer does', () => {
  it('arrives in the documented shapes', async () => {
    const person = '/customers/393337770001';
    const { body: text } = await bench.control('POST', `${person}/messages`, { text: 'Ciao' });
    await bench.control('POST', `${person}/messages`, { image: { caption: 'Foto' } });
    await bench.control('POST', `${person}/messages`, {
      location: { latitude: 41.9, longitude: 12.5 },
      reply_to: text.id,
    });
    await bench.control('POST', `${person}/messages`, { reaction: { message_id: text.id, emoji: '👍' } });
    await bench.control('POST', `${person}/messages`, { unsupported: true });
    await bench.control('POST', `${person}/messages`, {
      text: 'Ad',
      referral: { source_type: 'ad', ctwa_clid: 'c' },
    });
    await until(() => inboundOf(bench.receiver).length === 6);
    const [, image, location, reaction, unsupported, ad] = inboundOf(bench.receiver);
    expect(image.image).toMatchObject({
      id: expect.any(String),
      mime_type: 'image/png',
      sha256: expect.any(String),
      caption: 'Foto',
    });
    expect(location.context).toEqual({ from: '390655501001', id: text.id });
    expect(reaction.reaction).toEqual({ message_id: text.id, emoji: '👍' });
    expect(unsupported.errors[0].code).toBe(131051);
    expect(ad.referral.ctwa_clid).toBe('c');
    const address = image.image.url.replace(/^http:\/\/[^/]+/, '');
    expect((await bench.call('GET', address)).status).toBe(200);
  });

  it('hides the phone number of people known by username only, who can be answered by user id', async () => {
    const person = '/customers/393337770002';
    await bench.control('POST', person, { visibility: 'username-only', username: 'ada.conti' });
    await bench.control('POST', `${person}/messages`, { text: 'Ciao' });
    const value = await until(() => received(bench.receiver, 'messages')[0]);
    expect(value.contacts[0]).toEqual({
      profile: { name: expect.any(String), username: 'ada.conti' },
      user_id: expect.stringMatching(/^IT\./),
    });
    expect(value.messages[0].from).toBeUndefined();
    const recipient = value.messages[0].from_user_id;
    const answer = await bench.send({ recipient, text: { body: 'Ciao Ada' } });
    expect(answer.body.contacts).toEqual([{ input: recipient, user_id: recipient }]);
    const id = answer.body.messages[0].id;
    await until(() => statusesOf(bench.receiver, id).length === 3);
    expect(statusesOf(bench.receiver, id)[0].recipient_id).toBeUndefined();
  });

  it('taps buttons of templates and of interactive messages', async () => {
    const person = '393337770003';
    await bench.control('POST', '/templates', {
      name: 'question',
      language: 'it',
      components: [
        { type: 'BODY', text: 'Vieni domani?' },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Sì' }] },
      ],
    });
    const template = {
      name: 'question',
      language: { code: 'it' },
      components: [
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: 0,
          parameters: [{ type: 'payload', payload: 'YES' }],
        },
      ],
    };
    const { body: question } = await bench.send({ to: person, type: 'template', template });
    await bench.control('POST', `/customers/${person}/tap`, { button: 'Sì' });
    const tapped = await until(() => inboundOf(bench.receiver)[0]);
    expect(tapped).toMatchObject({
      type: 'button',
      button: { payload: 'YES', text: 'Sì' },
      context: { id: question.messages[0].id },
    });
    const sections = [{ title: 'A', rows: [{ id: 'r1', title: 'One', description: 'First' }] }];
    await bench.send({
      to: person,
      type: 'interactive',
      interactive: { type: 'list', body: { text: 'x' }, action: { button: 'Menu', sections } },
    });
    await bench.control('POST', `/customers/${person}/tap`, { button: 'r1' });
    const chosen = await until(() => inboundOf(bench.receiver)[1]);
    expect(chosen.interactive).toEqual({
      type: 'list_reply',
      list_reply: { id: 'r1', title: 'One', description: 'First' },
    });
    const nothing = await bench.control('POST', `/customers/${person}/tap`, { button: 'Nein' });
    expect([nothing.status, nothing.body.error]).toEqual([
      400,
      expect.stringContaining('To choose from: "One"'),
    ]);
  });
});
