// The rest of the Graph API: tokens, media, uploads, numbers, accounts, profile, block list, unknown paths.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, readAnswer, startBench } from './testing/graph-client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterEach(() => bench.restore());
afterAll(() => bench.close());

const errorOf = async (work: Promise<{ status: number; body: { error: { code: number } } }>) => {
  const { status, body } = await work;
  return [status, body.error.code];
};

describe('tokens', () => {
  it('are refused when bad, expired, missing or without the scope', async () => {
    const path = `/v26.0/${bench.phoneId}`;
    expect(await errorOf(bench.call('GET', path, undefined, 'bad'))).toEqual([401, 190]);
    expect(await errorOf(bench.call('GET', path, undefined, null))).toEqual([403, 200]);
    const short = (await bench.control('POST', '/tokens', { expires_in: 0 })).body.access_token;
    expect(await errorOf(bench.call('GET', path, undefined, short))).toEqual([401, 190]);
    const weak = (await bench.control('POST', '/tokens', { scopes: ['whatsapp_business_management'] })).body
      .access_token;
    expect(await errorOf(bench.call('POST', `${path}/messages`, {}, weak))).toEqual([403, 10]);
    const strange = (await bench.control('POST', '/business', {})).body.access_token;
    expect(await errorOf(bench.call('GET', path, undefined, strange))).toEqual([400, 100]);
  });

  it('are explained by debug_token', async () => {
    const good = (await bench.call('GET', `/debug_token?input_token=${bench.token}`)).body.data;
    expect(good).toMatchObject({ app_id: bench.appId, is_valid: true, expires_at: 0 });
    expect(good.scopes).toContain('whatsapp_business_messaging');
    expect(good.granular_scopes[0].target_ids).toEqual([bench.wabaId]);
    expect((await bench.call('GET', '/debug_token?input_token=x')).body.data.is_valid).toBe(false);
  });
});

describe('media', () => {
  const upload = async (type: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', type);
    form.set('file', new Blob([bytes], { type }), 'file');
    const headers = { authorization: `Bearer ${bench.token}` };
    const answer = await fetch(`${bench.url}/v26.0/${bench.phoneId}/media`, {
      method: 'POST',
      headers,
      body: form,
    });
    return (await readAnswer(answer)).body;
  };

  it('is checked for kind and size', async () => {
    expect((await upload('image/png', new Uint8Array(10))).id).toMatch(/^\d{16}$/);
    expect((await upload('image/gif', new Uint8Array(10))).error.code).toBe(100);
    expect((await upload('image/png', new Uint8Array(5 * 1024 * 1024 + 1))).error.code).toBe(131053);
  });

  it('has an address for five minutes, only for its number, only with a token', async () => {
    const { id } = await upload('image/png', new Uint8Array([1, 2, 3]));
    const found = (await bench.call('GET', `/v26.0/${id}?phone_number_id=${bench.phoneId}`)).body;
    expect(found).toMatchObject({ messaging_product: 'whatsapp', mime_type: 'image/png', file_size: 3, id });
    const address = found.url.slice(bench.url.length);
    expect((await bench.call('GET', address)).status).toBe(200);
    expect((await bench.call('GET', address, undefined, null)).status).toBe(403);
    expect(await errorOf(bench.call('GET', `/${id}?phone_number_id=${bench.secondPhoneId}`))).toEqual([
      400, 100,
    ]);
    await bench.control('POST', '/clock', { advance: '5m' });
    expect((await bench.call('GET', address)).status).toBe(404);
    await bench.control('POST', '/clock', { advance: '30d' });
    expect(await errorOf(bench.call('GET', `/${id}`))).toEqual([400, 100]);
  });

  it('is uploaded in parts for template samples', async () => {
    const session = await bench.call(
      'POST',
      `/v26.0/${bench.appId}/uploads?file_name=a.png&file_length=6&file_type=image/png`,
    );
    const { id } = session.body;
    expect(id).toMatch(/^upload:/);
    const part = (offset: number, text: string) =>
      fetch(`${bench.url}/v26.0/${id}`, {
        method: 'POST',
        headers: { authorization: `OAuth ${bench.token}`, file_offset: String(offset) },
        body: Buffer.from(text),
      }).then(async (answer) => (await readAnswer(answer)).body);
    expect(await part(0, 'abc')).toMatchObject({ file_offset: 3 });
    expect((await bench.call('GET', `/v26.0/${id}`)).body.file_offset).toBe(3);
    expect((await part(3, 'def')).h).toMatch(/^4::/);
  });
});

describe('numbers and accounts', () => {
  it('show the fields that are asked for', async () => {
    const fields =
      'id,status,quality_rating,throughput,whatsapp_business_manager_messaging_limit,health_status{can_send_message}';
    const shown = (await bench.call('GET', `/v26.0/${bench.phoneId}?fields=${encodeURIComponent(fields)}`))
      .body;
    expect(shown).toMatchObject({
      id: bench.phoneId,
      status: 'CONNECTED',
      quality_rating: 'GREEN',
      throughput: { level: 'STANDARD' },
      whatsapp_business_manager_messaging_limit: 'TIER_100K',
      health_status: { can_send_message: 'AVAILABLE' },
    });
    const account = (await bench.call('GET', `/v26.0/${bench.wabaId}?fields=name,currency`)).body;
    expect(account).toEqual({ id: bench.wabaId, name: 'Bottega Aurora', currency: 'EUR' });
    expect((await bench.call('GET', `/v26.0/${bench.wabaId}/phone_numbers`)).body.data).toHaveLength(2);
  });

  it('are added, verified, registered, taken away', async () => {
    const added = await bench.call('POST', `/v26.0/${bench.wabaId}/phone_numbers`, {
      cc: '39',
      phone_number: '3335550001',
      verified_name: 'Aurora Napoli',
    });
    const { id } = added.body;
    const step = (edge: string, body?: unknown) => bench.call('POST', `/v26.0/${id}/${edge}`, body);
    const message = { messaging_product: 'whatsapp', to: '393331', text: { body: 'x' } };
    expect(await errorOf(step('messages', { ...message, to: '39333111222' }))).toEqual([400, 133010]);
    const pin = { messaging_product: 'whatsapp', pin: '123456' };
    expect(await errorOf(step('register', pin))).toEqual([400, 133006]);
    expect((await step('request_code', { code_method: 'SMS', language: 'it' })).body).toEqual({
      success: true,
    });
    expect((await step('verify_code', { code: '123456' })).body).toEqual({ success: true });
    expect((await step('register', pin)).body).toEqual({ success: true });
    expect(await errorOf(step('register', { ...pin, pin: '000001' }))).toEqual([400, 133005]);
    expect((await step('deregister')).body).toEqual({ success: true });
    for (let times = 0; times < 6; times++) await step('register', pin);
    expect(await errorOf(step('register', pin))).toEqual([400, 133016]);
  });

  it('keep a profile within its limits', async () => {
    const path = `/v26.0/${bench.phoneId}/whatsapp_business_profile`;
    const change = (fields: object) => bench.call('POST', path, { messaging_product: 'whatsapp', ...fields });
    expect((await change({ about: 'Ciao', websites: ['https://x.it'], vertical: 'RETAIL' })).body).toEqual({
      success: true,
    });
    expect(await errorOf(change({ about: 'x'.repeat(140) }))).toEqual([400, 100]);
    expect(await errorOf(change({ websites: ['https://a.it', 'https://b.it', 'https://c.it'] }))).toEqual([
      400, 100,
    ]);
    const shown = await bench.call('GET', `${path}?fields=about,websites,vertical`);
    expect(shown.body.data[0]).toEqual({
      messaging_product: 'whatsapp',
      about: 'Ciao',
      websites: ['https://x.it'],
      vertical: 'RETAIL',
    });
  });

  it('block people who wrote lately, and nobody else', async () => {
    await bench.open('393338880001');
    const path = `/v26.0/${bench.phoneId}/block_users`;
    const users = {
      messaging_product: 'whatsapp',
      block_users: [{ user: '+393338880001' }, { user: '+393338880002' }],
    };
    const blocked = (await bench.call('POST', path, users)).body.block_users;
    expect(blocked.added_users).toEqual([{ input: '+393338880001', wa_id: '393338880001' }]);
    expect(blocked.failed_users[0].errors[0].code).toBe(139103);
    expect((await bench.call('GET', path)).body.data).toEqual([
      { messaging_product: 'whatsapp', wa_id: '393338880001' },
    ]);
    expect(await errorOf(bench.send({ to: '393338880001', text: { body: 'x' } }))).toEqual([400, 130403]);
    await bench.call('DELETE', path, users);
    expect((await bench.send({ to: '393338880001', text: { body: 'x' } })).status).toBe(200);
  });
});

describe('everything else', () => {
  it('answers a plausible success where it is out of scope, and keeps the request', async () => {
    const path = `/v26.0/${bench.phoneId}/calls`;
    const call = { messaging_product: 'whatsapp', to: '39333', action: 'connect' };
    expect((await bench.call('POST', path, call)).body.calls[0].id).toMatch(/^wacid\./);
    const kept = (await bench.control('GET', '/out-of-scope')).body;
    expect(kept.at(-1)).toMatchObject({ name: 'calls', body: call });
  });

  it('answers unknown paths, ids and bad JSON as Graph does', async () => {
    expect(await errorOf(bench.call('GET', `/v26.0/${bench.phoneId}/nothing/here`))).toEqual([400, 2500]);
    expect(await errorOf(bench.call('GET', '/v26.0/42'))).toEqual([400, 100]);
    const headers = { authorization: `Bearer ${bench.token}`, 'content-type': 'application/json' };
    const broken = await fetch(`${bench.url}/v26.0/${bench.phoneId}/messages`, {
      method: 'POST',
      headers,
      body: '{',
    });
    expect(broken.status).toBe(400);
  });

  it('marks as read with typing, and refuses what is not a message of a customer', async () => {
    const { body } = await bench.control('POST', '/customers/393338880003/messages', { text: 'Ciao' });
    const read = { status: 'read', message_id: body.id, typing_indicator: { type: 'text' } };
    expect((await bench.send(read)).body).toEqual({ success: true });
    expect(bench.simulator.world.messages.find(body.id)?.readByBusiness).toBe(true);
    expect(await errorOf(bench.send({ ...read, message_id: 'wamid.x' }))).toEqual([400, 131009]);
  });
});
