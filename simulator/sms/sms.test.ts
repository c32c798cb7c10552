// The SMS provider: what it takes and refuses, its receipts, its numbers with a fixed fate.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench, until } from '../testing/graph-client.ts';
import { defaultSmsAccount } from '../world/sms-desk.ts';
import { smsSignature } from './sms-callbacks.ts';
import { smsParts } from './sms-parts.ts';

interface Receipt {
  signature: string | undefined;
  raw: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever shape they expect
  body: any;
}

let bench: Bench;
const receipts: Receipt[] = [];
const answers: number[] = [];
const listener = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const raw = Buffer.concat(chunks);
    const signature = request.headers['x-sms-signature'] as string | undefined;
    receipts.push({ signature, raw, body: JSON.parse(raw.toString()) });
    response.writeHead(answers.shift() ?? 200).end();
  });
});
let callback = '';

beforeAll(async () => {
  bench = await startBench();
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  callback = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/sms`;
});
afterEach(async () => {
  await bench.restore();
  receipts.length = 0;
});
afterAll(async () => {
  listener.close();
  listener.closeAllConnections();
  await bench.close();
});

const send = (wish: Record<string, unknown>) =>
  bench.call('POST', '/_sms', { text: 'Ciao', callback_url: callback, ...wish }, defaultSmsAccount.token);
const statuses = () =>
  receipts.filter(({ body }) => body.event === 'sms.status').map(({ body }) => body.status);

describe('an SMS', () => {
  it('is taken, carried and told about with a signature', async () => {
    const { status, body } = await send({ to: '+39 333 1110001', from: 'Bottega', reference: 'r1' });
    expect([status, body.status, body.parts, body.reference]).toEqual([202, 'accepted', 1, 'r1']);
    await until(() => statuses().includes('delivered'));
    expect([...statuses()].sort()).toEqual(['delivered', 'sent']);
    for (const { raw, signature } of receipts)
      expect(signature).toBe(smsSignature(raw, defaultSmsAccount.secret));
    expect(receipts[0]!.body).toMatchObject({ id: body.id, reference: 'r1', error: null });
    const asked = await bench.call('GET', `/_sms/${body.id}`, undefined, defaultSmsAccount.token);
    expect(asked.body.status).toBe('delivered');
    expect((await bench.control('GET', '/sms')).body[0]).toMatchObject({ from: 'Bottega', text: 'Ciao' });
  });

  it('is sent once under one reference, unless the provider forgets references', async () => {
    const first = await send({ to: '+393331110002', reference: 'once' });
    const again = await send({ to: '+393331110002', reference: 'once' });
    expect([again.status, again.body.id, again.body.duplicate]).toEqual([200, first.body.id, true]);
    await bench.control('POST', '/settings', { sms: { rememberReferences: false } });
    expect((await send({ to: '+393331110002', reference: 'once' })).body.id).not.toBe(first.body.id);
  });

  it('survives a lost answer: the same reference finds it', async () => {
    await bench.control('POST', '/faults', { path: '/_sms', cut: true, afterEffect: true });
    await expect(send({ to: '+393331110003', reference: 'lost' })).rejects.toThrow();
    expect((await send({ to: '+393331110003', reference: 'lost' })).body.duplicate).toBe(true);
    expect(bench.simulator.world.sms.sent.list()).toHaveLength(1);
  });

  it('is told again until the receiver agrees', async () => {
    answers.push(500, 500);
    await bench.control('POST', '/settings', { webhooks: { retrySpeed: 100 } });
    await send({ to: '+393331110004' });
    await until(() => receipts.length === 4);
  });
});

describe('refusals and fixed fates', () => {
  it.each([
    [{ to: '+39333x' }, 400, 'invalid_number'],
    [{ to: '+393331110005', text: '' }, 400, 'invalid_request'],
    [{ to: '+393331110005', text: 'à'.repeat(1_600) }, 400, 'text_too_long'],
    [{ to: '+393331110005', from: 'A name that is long' }, 400, 'invalid_sender'],
    [{ to: '+393339991004' }, 400, 'invalid_number'],
    [{ to: '+393339991005' }, 402, 'no_credit'],
    [{ to: '+393339991006' }, 429, 'rate_limited'],
    [{ to: '+393339991007' }, 503, 'unavailable'],
  ])('%o: %i %s', async (wish, status, code) => {
    const answer = await send(wish);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  it('asks for a token that it knows', async () => {
    expect((await bench.call('POST', '/_sms', { to: '+393331110006', text: 'x' }, 'wrong')).status).toBe(401);
    const { body: other } = await bench.control('POST', '/sms/accounts', { callback_url: callback });
    expect((await bench.call('POST', '/_sms', { to: '+393331110006', text: 'x' }, other.token)).status).toBe(
      202,
    );
    const told = await until(() => receipts[0]);
    expect(told.signature).toBe(smsSignature(told.raw, other.secret));
  });

  it('fails, stays silent, tells twice and answers by number', async () => {
    await send({ to: '+393339991001' });
    await until(() => receipts.find(({ body }) => body.error?.code === 'unknown_number'));
    receipts.length = 0;
    await send({ to: '+393339991009' });
    await until(() => receipts.length === 4);
    receipts.length = 0;
    await send({ to: '+393339991010', from: 'Bottega' });
    await until(() => receipts.find(({ body }) => body.event === 'sms.received' && body.text === 'STOP'));
    receipts.length = 0;
    await send({ to: '+393339991008' });
    await until(() => statuses().includes('sent'));
    await bench.control('POST', '/clock', { advance: '24h' });
    await until(() => receipts.find(({ body }) => body.error?.code === 'expired'));
  });

  it('counts parts as carriers do', () => {
    const lengths = [
      'a'.repeat(160),
      'a'.repeat(161),
      '€'.repeat(80),
      'ñ'.repeat(160),
      '🎉'.repeat(35),
      'ç'.repeat(71),
    ];
    expect(lengths.map(smsParts)).toEqual([1, 2, 1, 1, 1, 2]);
  });
});
