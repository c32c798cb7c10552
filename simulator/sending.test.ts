// Sending: the answer, the statuses that follow, the window, the limits of sending, and people with a fixed fate.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench, statusesOf, until } from './testing/graph-client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterEach(() => bench.restore());
afterAll(() => bench.close());

const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
const text = (body = 'Ciao') => ({ type: 'text', text: { body } });
const idOf = (answer: { body: { messages: { id: string }[] } }) => answer.body.messages[0]!.id;

async function outcome(id: string, last: string) {
  await until(() => statusesOf(bench.receiver, id).some(({ status }) => status === last));
  return statusesOf(bench.receiver, id);
}

describe('the answer', () => {
  it('gives the normalised id and a wamid that holds the number', async () => {
    const answer = await bench.send({ to: '+55 (47) 91234-5678', ...hello });
    expect(answer.status).toBe(200);
    expect(answer.body.contacts).toEqual([{ input: '+55 (47) 91234-5678', wa_id: '554712345678' }]);
    expect(answer.body.messages[0].message_status).toBe('accepted');
    const bytes = Buffer.from(idOf(answer).slice('wamid.'.length), 'base64');
    expect(bytes.subarray(3, 15).toString()).toBe('554712345678');
    expect(bytes[18]).toBe(0x11);
  });

  it('has no message_status for other messages than templates', async () => {
    await bench.open('393330000001');
    const answer = await bench.send({ to: '393330000001', ...text() });
    expect(answer.body.messages).toEqual([{ id: expect.stringMatching(/^wamid\./) }]);
  });

  it('takes a form, a query token and any version', async () => {
    await bench.open('393330000002');
    const form = new URLSearchParams({
      messaging_product: 'whatsapp',
      to: '393330000002',
      text: '{"body":"x"}',
    });
    for (const version of ['', '/v21.0', '/v99.0']) {
      const url = `${bench.url}${version}/${bench.phoneId}/messages?access_token=${bench.token}`;
      expect((await fetch(url, { method: 'POST', body: form })).status).toBe(200);
    }
  });
});

describe('statuses', () => {
  it('go sent, delivered, read, with price and the callback text', async () => {
    const answer = await bench.send({
      to: '393331110001',
      ...hello,
      biz_opaque_callback_data: 'campaign:7/è',
    });
    const statuses = await outcome(idOf(answer), 'read');
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    expect(statuses[0]).toMatchObject({
      recipient_id: '393331110001',
      biz_opaque_callback_data: 'campaign:7/è',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
    });
    expect(statuses[2].pricing).toBeUndefined();
    expect(statuses[0].recipient_user_id).toMatch(/^IT\.\d+$/);
  });

  it('of a voice note end in played, of a reaction in sent', async () => {
    await bench.open('393331110002');
    const voice = await bench.send({
      to: '393331110002',
      type: 'audio',
      audio: { link: 'https://x.it/a.ogg', voice: true },
    });
    expect((await outcome(idOf(voice), 'played')).at(-1)?.status).toBe('played');
    const reaction = await bench.send({
      to: '393331110002',
      type: 'reaction',
      reaction: { message_id: idOf(voice), emoji: '👍' },
    });
    await outcome(idOf(reaction), 'sent');
    await new Promise((done) => setTimeout(done, 80));
    expect(statusesOf(bench.receiver, idOf(reaction)).map(({ status }) => status)).toEqual(['sent']);
  });

  it('never come for a person who blocked the business, beyond sent', async () => {
    await bench.control('POST', '/customers/393331110003/block', {});
    const answer = await bench.send({ to: '393331110003', ...hello });
    await outcome(idOf(answer), 'sent');
    await new Promise((done) => setTimeout(done, 80));
    expect(statusesOf(bench.receiver, idOf(answer)).map(({ status }) => status)).toEqual(['sent']);
  });
});

describe('the 24-hour window', () => {
  it('fails by webhook with 131047 when it is closed', async () => {
    const answer = await bench.send({ to: '393332220001', ...text() });
    expect(answer.status).toBe(200);
    const [failed] = await outcome(idOf(answer), 'failed');
    expect(failed.errors[0]).toMatchObject({ code: 131047, error_data: { details: expect.any(String) } });
    expect(failed.recipient_user_id).toBeUndefined();
  });

  it('fails at once where the setting says so', async () => {
    await bench.control('POST', '/settings', { windowErrors: 'sync' });
    const answer = await bench.send({ to: '393332220002', ...text() });
    expect([answer.status, answer.body.error.code]).toEqual([400, 131047]);
  });

  it('opens when the customer writes and closes after 24 hours of the moved clock', async () => {
    await bench.open('393332220003');
    expect((await outcome(idOf(await bench.send({ to: '393332220003', ...text() })), 'read')).length).toBe(3);
    await bench.control('POST', '/clock', { advance: '24h' });
    const late = await bench.send({ to: '393332220003', ...text() });
    expect((await outcome(idOf(late), 'failed'))[0].errors[0].code).toBe(131047);
  });
});

describe('limits', () => {
  it('refuses above the throughput of the number', async () => {
    await bench.control('POST', '/settings', { limits: { throughputPerSecond: 1 } });
    bench.simulator.world.businesses.phones.get(bench.phoneId)!.tokens = Number.NaN;
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_none, at) => bench.send({ to: `39333300000${at}`, ...hello })),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused[0]!.body.error).toMatchObject({
      code: 130429,
      type: 'OAuthException',
      fbtrace_id: expect.any(String),
    });
  });

  it('lends 45 messages to one person, then refuses until quota grows again', async () => {
    const began = performance.now();
    let taken = 0;
    let answer = await bench.send({ to: '393333300010', ...hello });
    for (; answer.status === 200; taken++) answer = await bench.send({ to: '393333300010', ...hello });
    expect(answer.body.error.code).toBe(131056);
    expect(taken).toBeGreaterThanOrEqual(45);
    expect(taken).toBeLessThanOrEqual(45 + (performance.now() - began) / 6_000);
    await bench.control('POST', '/clock', { advance: '7s' });
    expect((await bench.send({ to: '393333300010', ...hello })).status).toBe(200);
  });

  it('counts people outside a window against the portfolio', async () => {
    await bench.control('POST', '/settings', { limits: { uniqueUsers: 1 } });
    expect((await outcome(idOf(await bench.send({ to: '393334400001', ...hello })), 'read')).length).toBe(3);
    const second = await bench.send({ to: '393334400002', ...hello });
    expect((await outcome(idOf(second), 'failed'))[0].errors[0].code).toBe(131048);
  });
});

describe('people with a fixed fate', () => {
  it.each([131026, 131049, 130472])('fails with %i by webhook', async (code) => {
    const answer = await bench.send({ to: `393${String(code).padStart(7, '9')}`, ...hello });
    expect((await outcome(idOf(answer), 'failed'))[0].errors[0].code).toBe(code);
  });

  it('refuses at once with codes that come at once', async () => {
    const answer = await bench.send({ to: '393339131021', ...hello });
    expect([answer.status, answer.body.error.code]).toEqual([400, 131021]);
  });

  it('answers, stops, reverses', async () => {
    await bench.send({ to: '393339990004', ...hello });
    await until(
      () =>
        bench.simulator.world.messages.list({ waId: '393339990004', direction: 'customer', limit: 1 })
          .messages[0],
    );
    await bench.send({ to: '393339990007', ...hello });
    await until(() => bench.simulator.world.customers.find('393339990007')?.marketingStopped.size);
    const reversed = await bench.send({ to: '393339990011', ...hello });
    expect((await outcome(idOf(reversed), 'sent')).map(({ status }) => status)).toEqual([
      'read',
      'delivered',
      'sent',
    ]);
    const never = await bench.send({ to: '393339990001', ...hello });
    expect((await outcome(idOf(never), 'sent')).length).toBe(1);
  });

  it('keeps the account while it happens', async () => {
    const keys = (await bench.control('POST', '/business', { phones: [{ number: '+39 333 9990000' }] })).body;
    const phoneId = keys.phone_numbers[0].id;
    const send = (to: string) =>
      bench.call(
        'POST',
        `/${phoneId}/messages`,
        { messaging_product: 'whatsapp', to, ...hello },
        keys.access_token,
      );
    for (const to of ['393335550001', '393335550002', '393335550002', '393339131026', '393339990006'])
      await send(to);
    const world = bench.simulator.world;
    await expect
      .poll(() => world.accounts.read(phoneId))
      .toEqual({
        accepted: 5,
        sent: 4,
        delivered: 4,
        read: 4,
        failed: 1,
        replied: 1,
        optedOut: 1,
        uniqueCustomers: 4,
        maxPerCustomer: 2,
      });
    const counted = await bench.control('GET', `/account?phone_number_id=${phoneId}&template=hello_world`);
    expect(counted.body.accepted).toBe(5);
  });
});
