// Stopping the server while browsers keep connections ready.
import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { sleep } from '#kit/clock.ts';
import { closePromptly } from './prompt-close.ts';

/** Far below what Node gives a connection that asks nothing, which is a minute and more. */
const SOON_MS = 20_000;

it('ends connections on which nothing was asked, and the others once their answer is out', async () => {
  const app = Fastify();
  closePromptly(app);
  const { promise: mayAnswer, resolve: answer } = held();
  app.get('/slow', async () => {
    await mayAnswer;
    return 'in full';
  });
  const asked = once(app.server, 'request');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const unused = connect(Number(new URL(address).port), '127.0.0.1');
  await Promise.all([once(app.server, 'connection'), once(unused, 'connect')]);
  const slow = fetch(`${address}/slow`);
  await asked;
  const closed = app.close().then(() => 'closed');
  await once(unused.resume(), 'close');
  answer();
  expect(await (await slow).text()).toBe('in full');
  expect(await Promise.race([closed, sleep(SOON_MS)])).toBe('closed');
});

function held() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
