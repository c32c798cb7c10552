// Two who move the same messages at the same moment: the second waits, and then sees what the first wrote.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Services } from '#operations/services.ts';
import { type Simulator, startSimulator } from '../../../simulator/simulator.ts';
import { createSendingWorld, type SendingWorld } from '../../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { lockMessages, type MessageUpdate, updateMessages } from './sending.store.ts';
import { enqueueMessages } from './sending.ts';

let database: TestDatabase;
let services: Services;
let simulator: Simulator;
let world: SendingWorld;
let ids: string[];

beforeAll(async () => {
  database = await createTestDatabase(4);
  services = testServices(database);
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
  const workspace = await createWorkspace(services);
  world = await createSendingWorld(services, workspace.id, simulator.url);
  const people = await world.people(Array.from({ length: 2_000 }, (_, index) => `+39${3331000000 + index}`));
  ids = await world.within(async (call) => {
    await enqueueMessages(
      call,
      people.map((id) => world.message(id)),
    );
    const rows = await call.tx.selectFrom('messages').select('id').orderBy('id').limit(40).execute();
    return rows.map((row) => row.id);
  });
  // With figures of the table the planner joins row by row, as it does in a table that has lived.
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query('analyze messages');
  await owner.end();
});
afterAll(async () => {
  await world.close();
  await simulator.close();
  await database.drop();
});

const accepted = (id: string): MessageUpdate => ({
  id,
  state: 'accepted',
  providerId: `wamid.${id}`,
  failure: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  failedAt: null,
});

it.each([
  ['by our ids', (all: string[]) => ({ ids: all })],
  [
    "by our ids and the provider's",
    (all: string[]) => ({ ids: all.slice(1), providerIds: [`wamid.${all[0]}`] }),
  ],
])('finds all after waiting for their lock, %s', async (_how, by) => {
  let second: ReturnType<typeof lockMessages> | undefined;
  await world.within(async (call) => {
    await updateMessages(
      call,
      ids.map((id) => accepted(id)),
    );
    second = world.within((other) => lockMessages(other, by(ids)));
    await new Promise((done) => setTimeout(done, 300));
  });
  const found = await second!;
  expect(found.map((message) => message.state)).toEqual(ids.map(() => 'accepted'));
});
