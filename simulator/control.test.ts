// The control API: settings, clock, faults, what was received, mail, SMS, caught requests, reset.

import nodemailer from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench, until } from './testing/graph-client.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterEach(() => bench.restore());
afterAll(() => bench.close());

const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };

describe('the control API', () => {
  it('describes itself and the magic numbers', async () => {
    const { body } = await bench.control('GET', '/');
    expect(body).toContain('POST   /_simulator/faults');
    const magic = (await bench.control('GET', '/magic')).body;
    expect(magic.failures).toContainEqual(expect.objectContaining({ ending: '9131026', code: 131026 }));
    expect((await bench.control('GET', '/business')).body).toMatchObject({
      waba_id: bench.wabaId,
      app_secret: bench.appSecret,
      graph_url: bench.url,
    });
  });

  it('refuses settings that do not exist or have the wrong type', async () => {
    const strange = await bench.control('POST', '/settings', { rates: { happy: 1 } });
    expect([strange.status, strange.body.error]).toEqual([400, expect.stringContaining('"rates.happy"')]);
    expect((await bench.control('POST', '/settings', { speed: 'fast' })).body.error).toContain(
      'must be a number',
    );
    expect((await bench.control('POST', '/settings', { delays: { sent: 7 } })).body.delays.sent).toEqual([
      7, 7,
    ]);
  });

  it('plays faults: a code, a status, a cut before and after the effect, a delay', async () => {
    const send = () => bench.send({ to: '393331110001', ...hello });
    await bench.control('POST', '/faults', { code: 131016, path: '/messages', times: 2 });
    expect((await send()).body.error.code).toBe(131016);
    expect((await send()).status).toBe(500);
    expect((await send()).status).toBe(200);
    await bench.control('POST', '/faults', { cut: true });
    await expect(send()).rejects.toThrow();
    const before = bench.simulator.world.messages.size;
    await bench.control('POST', '/faults', { cut: true, afterEffect: true });
    await expect(send()).rejects.toThrow();
    expect(bench.simulator.world.messages.size).toBe(before + 1);
    await bench.control('POST', '/faults', { code: 131000, afterEffect: true });
    expect((await send()).body.error.code).toBe(131000);
    expect(bench.simulator.world.messages.size).toBe(before + 2);
    await bench.control('POST', '/faults', { delayMs: 120 });
    const started = Date.now();
    await send();
    expect(Date.now() - started).toBeGreaterThanOrEqual(110);
    expect((await bench.control('POST', '/faults', { colour: 'red' })).status).toBe(400);
  });

  it('lists what was received by number, person, time, callback text, page by page', async () => {
    for (let at = 0; at < 5; at++) {
      await bench.send({ to: '393332220001', ...hello, biz_opaque_callback_data: `m${at}` });
    }
    const all = (await bench.control('GET', '/messages?customer=%2B39333%20222%200001')).body;
    expect(all.messages).toHaveLength(5);
    const first = (await bench.control('GET', '/messages?customer=393332220001&limit=2')).body;
    expect(
      first.messages.map((one: { biz_opaque_callback_data: string }) => one.biz_opaque_callback_data),
    ).toEqual(['m0', 'm1']);
    const rest = (await bench.control('GET', `/messages?customer=393332220001&after=${first.next}`)).body;
    expect([rest.messages.length, rest.next]).toEqual([3, null]);
    expect((await bench.control('GET', '/messages?biz_opaque_callback_data=m3')).body.messages).toHaveLength(
      1,
    );
    const since = new Date(Date.now() + 60_000).toISOString();
    expect(
      (await bench.control('GET', `/messages?customer=393332220001&since=${since}`)).body.messages,
    ).toHaveLength(0);
  });
});

describe('what else leaves the building', () => {
  it('catches mail over SMTP, with its parts decoded', async () => {
    const transport = nodemailer.createTransport(bench.simulator.smtpUrl);
    await transport.sendMail({
      from: 'Rondine <no-reply@example.com>',
      to: ['ada@example.com', 'luca@example.com'],
      subject: 'Invito: perché no?',
      text: 'Ciao\nhttps://x.it/invito',
      html: '<p>Ciao <b>è</b></p>',
    });
    const mail = await until(() => bench.simulator.world.mails.list()[0]);
    expect(mail).toMatchObject({
      from: 'Rondine <no-reply@example.com>',
      to: ['ada@example.com', 'luca@example.com'],
      subject: 'Invito: perché no?',
    });
    expect(mail.html).toContain('<b>è</b>');
    const listed = await bench.call('GET', '/mailbox/api/mails', undefined, null);
    expect(listed.body.mails[0].subject).toBe('Invito: perché no?');
    transport.close();
  });

  it('catches outgoing webhooks', async () => {
    await bench.call('PUT', '/_catch/crm/contacts?x=1', { name: 'Ada' }, null);
    const [caught] = (await bench.control('GET', '/catch/crm')).body;
    expect(caught).toMatchObject({ method: 'PUT', path: '/_catch/crm/contacts?x=1', body: { name: 'Ada' } });
  });
});

describe('reset', () => {
  it('goes back to the start', async () => {
    await bench.control('POST', '/clock', { advance: '2d' });
    await bench.control('POST', '/reset');
    const health = (await bench.control('GET', '/health')).body;
    expect(health).toMatchObject({ customers: 0, messages: 0, webhooksPending: 0 });
    expect((await bench.control('GET', '/business')).body.waba_id).toBe(bench.wabaId);
    expect(Math.abs((await bench.control('GET', '/clock')).body.offsetMs)).toBeLessThan(1_000);
  });
});
