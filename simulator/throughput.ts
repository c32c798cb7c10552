// How many sends per second the simulator takes, with all their webhooks: npx tsx simulator/throughput.ts [messages] [state file]

import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

const total = Number(process.argv[2] ?? 20_000);
const child = fork(
  new URL('./main.ts', import.meta.url),
  ['--port', '0', '--preset', 'exact', ...(process.argv[3] ? ['--state', process.argv[3]] : [])],
  {
    stdio: 'inherit',
  },
);
const { url } = await new Promise<{ url: string }>((done) =>
  child.once('message', (message) => done(message as never)),
);

let statuses = 0;
const receiver = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(new URL(request.url!, url).searchParams.get('hub.challenge'));
    return;
  }
  let text = '';
  request.on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    statuses += text.split('"status":').length - 1;
    response.end();
  });
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
const callback = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

const keys = (await (await fetch(`${url}/_simulator/business`)).json()) as {
  waba_id: string;
  access_token: string;
  phone_numbers: { id: string }[];
};
const headers = { authorization: `Bearer ${keys.access_token}`, 'content-type': 'application/json' };
const subscription = JSON.stringify({ override_callback_uri: callback, verify_token: 'x' });
await fetch(`${url}/v26.0/${keys.waba_id}/subscribed_apps`, { method: 'POST', headers, body: subscription });

const pool = new Pool(url, { connections: 32 });
const path = `/v26.0/${keys.phone_numbers[0]!.id}/messages`;
let next = 0;
const started = performance.now();
async function sender(): Promise<void> {
  while (next < total) {
    const to = `39333${String(next++).padStart(7, '0')}`;
    const template = { name: 'hello_world', language: { code: 'en_US' } };
    const body = JSON.stringify({ messaging_product: 'whatsapp', to, type: 'template', template });
    const answer = await pool.request({ method: 'POST', path, headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`HTTP ${answer.statusCode}`);
  }
}
await Promise.all(Array.from({ length: 32 }, sender));
const sent = (performance.now() - started) / 1000;
while (statuses < total * 3) await new Promise((done) => setTimeout(done, 10));
const all = (performance.now() - started) / 1000;
const health = (await (await fetch(`${url}/_simulator/health`)).json()) as { memoryMb: number };
console.log(
  `${total} sends: ${Math.round(total / sent)}/s accepted, ${Math.round(total / all)}/s with ${statuses} statuses`,
);
console.log(`Memory of the simulator: ${health.memoryMb} MB`);
child.disconnect();
await pool.close();
receiver.close();
