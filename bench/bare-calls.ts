// The floor of sending: HTTP calls in a bare loop, and a server that counts the statuses and throws them away.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { type BenchSimulator, keysOf } from './simulator.ts';

export const CONCURRENCY = 64;
const STATUSES_EACH = 3;

/** Messages per second, until the last status of the last message has arrived. */
export async function bareCalls(simulator: BenchSimulator, count: number): Promise<number> {
  let heard = 0;
  let allHeard = () => {};
  const complete = new Promise<void>((done) => {
    allHeard = done;
  });
  const sink = createServer((request, response) => {
    const challenge = new URL(request.url ?? '/', simulator.address.url).searchParams.get('hub.challenge');
    request.resume().on('end', () => {
      if (challenge === null) heard += 1;
      response.end(challenge ?? '');
      if (heard >= count * STATUSES_EACH) allHeard();
    });
  });
  await new Promise<void>((ready) => sink.listen(0, '127.0.0.1', ready));
  const keys = await keysOf(simulator);
  const pool = new Pool(simulator.address.url, { connections: CONCURRENCY });
  const headers = { authorization: `Bearer ${keys.access_token}`, 'content-type': 'application/json' };
  const call = async (path: string, body: object) => {
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`The simulator answered ${answer.statusCode}`);
  };
  await call(`/v26.0/${keys.waba_id}/subscribed_apps`, {
    override_callback_uri: `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`,
    verify_token: 'x',
  });
  const template = { name: 'hello_world', language: { code: 'en_US' } };
  const path = `/v26.0/${keys.phone_numbers[0]!.id}/messages`;
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (next < count) {
        const to = `+39334${String(next++).padStart(7, '0')}`;
        await call(path, { messaging_product: 'whatsapp', to, type: 'template', template });
      }
    }),
  );
  await complete;
  const perSecond = count / ((performance.now() - started) / 1000);
  await pool.close();
  sink.closeAllConnections();
  sink.close();
  return perSecond;
}
