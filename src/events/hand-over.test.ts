// Events that a subscriber cannot take: the others go on, it is tried again, and in the end given up but kept.
import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { healthRoutes } from '#api/health.ts';
import { shiftClock } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { createWorkspace, type TestWorkspace, testServices } from '../../test/support/workspace.ts';
import { dispatchBatch, type Subscriber } from './dispatcher.ts';
import { retryUntaken } from './hand-over.ts';
import { publish } from './publish.ts';
import { countUntaken } from './untaken.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
});
afterEach(() => shiftClock(0));
afterAll(() => database.drop());

const id = (index: number) => `0198c0de-0000-7000-8000-00000000000${index}`;

it('lets one bad event stop neither its neighbours nor other subscribers, and gives it up in the end', async () => {
  let bad = true;
  const taken = { picky: [] as string[], calm: [] as string[] };
  const picky: Subscriber = {
    name: 'picky',
    events: 'all',
    async hand(_tx, events) {
      if (bad && events.some((event) => event.subjectId === id(2))) throw new Error('Not this one');
      taken.picky.push(...events.map((event) => event.subjectId!));
    },
  };
  const calm: Subscriber = {
    name: 'calm',
    events: 'all',
    hand: async (_tx, events) => void taken.calm.push(...events.map((event) => event.subjectId!)),
  };
  const subscribers = [picky, calm];
  const { db } = testServices(database);
  while ((await dispatchBatch(db, [])).length > 0);
  await workspace.run(async (call) => {
    for (const index of [1, 2, 3]) await publish(call, 'campaign.changed', id(index), { state: 'running' });
  });
  await dispatchBatch(db, subscribers);
  expect(taken).toEqual({ picky: [id(1), id(3)], calm: [id(1), id(2), id(3)] });

  const untaken = () =>
    workspace.run(({ tx }) =>
      tx.selectFrom('events_untaken').select(['subscriber', 'attempts', 'failure', 'due_at']).execute(),
    );
  for (let hours = 2; hours <= 12; hours += 2) {
    shiftClock(hours * 3_600_000);
    await retryUntaken(db, subscribers);
  }
  expect(await untaken()).toEqual([
    { subscriber: 'picky', attempts: 6, failure: 'Not this one', due_at: null },
  ]);

  expect(await countUntaken(db)).toEqual({ waiting: 0, givenUp: 1 });
  const door = Fastify();
  await door.register(healthRoutes, { services: testServices(database) } as never);
  expect((await door.inject('/metrics')).body).toContain('rondine_events_untaken{state="given_up"} 1');
  expect((await door.inject('/readyz')).json()).toMatchObject({ eventsUntaken: { givenUp: 1 } });

  bad = false;
  await workspace.run(({ tx }) => tx.updateTable('events_untaken').set({ due_at: new Date() }).execute());
  expect(await retryUntaken(db, subscribers)).toBe(1);
  expect(taken.picky).toEqual([id(1), id(3), id(2)]);
  expect(await untaken()).toEqual([]);
});
