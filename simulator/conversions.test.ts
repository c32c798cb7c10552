// Datasets and conversion events: what is taken, what is refused, all of a call or none.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Bench, inboundOf, startBench, until } from './testing/graph-client.ts';

let bench: Bench;
let dataset: string;
beforeAll(async () => {
  bench = await startBench();
  dataset = (await bench.call('POST', `/v26.0/${bench.wabaId}/dataset`)).body.id;
});
afterAll(() => bench.close());

const HASH = 'a'.repeat(64);
const seconds = (ago = 0) => Math.floor(Date.now() / 1_000) - ago;
const event = (more: object = {}, person: object = {}) => ({
  event_name: 'LeadSubmitted',
  event_time: seconds(),
  action_source: 'business_messaging',
  messaging_channel: 'whatsapp',
  user_data: { whatsapp_business_account_id: bench.wabaId, ph: [HASH], ...person },
  ...more,
});
const send = (data: unknown, more: object = {}) =>
  bench.call('POST', `/v26.0/${dataset}/events`, { data, ...more });
const refusal = async (...data: unknown[]) => {
  const { status, body } = await send(data);
  expect(status).toBe(400);
  return [body.error.code, body.error.error_subcode];
};

it('has one dataset for an account, made or read', async () => {
  const again = await bench.call('POST', `/v26.0/${bench.wabaId}/dataset`);
  const read = await bench.call('GET', `/v26.0/${bench.wabaId}/dataset`);
  expect([again.body.id, read.body.id]).toEqual([dataset, dataset]);
});

it('takes events and shows them, tests by their code', async () => {
  const bought = event({ event_name: 'Purchase', custom_data: { currency: 'EUR', value: 12.5 } });
  const { body } = await send([event(), bought], { test_event_code: 'TEST1' });
  expect(body).toMatchObject({ events_received: 2, messages: [], fbtrace_id: expect.any(String) });
  const shown = (await bench.control('GET', '/conversions')).body;
  expect(shown.at(-1)).toMatchObject({ dataset, test: 'TEST1', event: bought });
});

it('refuses names outside the list, wrong click ids, old times, purchases without value, plain data of people', async () => {
  expect(await refusal(event({ event_name: 'Lead' }))).toEqual([100, 2804066]);
  expect(await refusal(event({}, { ctwa_clid: 'made-up' }))).toEqual([100, 2804087]);
  for (const wrong of [
    event({ event_time: seconds(8 * 86_400) }),
    event({ event_time: seconds(-3_600) }),
    event({ event_name: 'Purchase' }),
    event({ event_name: 'Purchase', custom_data: { currency: 'EUR', value: '12' } }),
    event({}, { ph: ['393331230001'] }),
    event({}, { ph: undefined }),
    event({}, { whatsapp_business_account_id: '1' }),
    event({ action_source: 'website' }),
  ])
    expect(await refusal(wrong)).toEqual([100, undefined]);
  expect((await send(Array.from({ length: 1_001 }, () => event()))).status).toBe(400);
});

it('takes nothing of a call in which one event is wrong', async () => {
  const before = (await bench.control('GET', '/conversions')).body.length;
  expect(await refusal(event(), event({ event_name: 'Lead' }), event())).toEqual([100, 2804066]);
  expect((await bench.control('GET', '/conversions')).body).toHaveLength(before);
});

it('asks for a token that may send events of this account', async () => {
  const path = `/v26.0/${dataset}/events`;
  const wrong = await bench.call('POST', path, { data: [event()] }, 'wrong');
  expect(wrong.body.error.code).toBe(190);
  const scopes = ['whatsapp_business_management'];
  const { access_token: token } = (await bench.control('POST', '/tokens', { scopes })).body;
  expect((await bench.call('POST', path, { data: [event()] }, token)).body.error.code).toBe(200);
  const nobody = await bench.call('POST', '/v26.0/7999999999999999/events', { data: [event()] });
  expect(nobody.body.error).toMatchObject({ code: 100, error_subcode: 33 });
});

it('gives the click id of an advertisement, which is then right', async () => {
  await bench.control('POST', '/customers/393331230009/messages', {
    text: 'Hi',
    referral: { headline: 'Ad' },
  });
  const message = await until(() => inboundOf(bench.receiver).find((one) => one.referral));
  const click = message.referral.ctwa_clid;
  expect((await send([event({}, { ctwa_clid: click })])).body.events_received).toBe(1);
});
