// Short signals between processes: heard by who listens, and a listener that can be closed at any moment.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sleep } from '#kit/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { listen, raise } from './signals.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('closes while it is still connecting, as a start that fails does', async () => {
  for (const afterMs of [0, 0, 1, 2, 3, 5, 8, 13, 21]) {
    const signals = listen(database.url);
    if (afterMs > 0) await sleep(afterMs);
    const closed = await Promise.race([signals.close().then(() => true), sleep(60_000).then(() => false)]);
    expect(closed, `closed ${afterMs} ms after it began`).toBe(true);
  }
});

it('tells each key of a topic, and nothing after it was closed', async () => {
  const signals = listen(database.url);
  const heard: string[] = [];
  signals.on('tested', (key) => heard.push(key));
  // It connects by itself: what is raised before that is lost.
  while (!heard.includes('a')) await raise(database.db, 'tested', ['a']).then(() => sleep(20));
  await signals.close();
  const before = heard.length;
  await raise(database.db, 'tested', ['b']);
  await sleep(50);
  expect(heard).toHaveLength(before);
});
