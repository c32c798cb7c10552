// Sending goes on while everything else waits for a connection.
import { afterAll, beforeAll, it } from 'vitest';
import { listen, type Signals } from '#events/signals.ts';
import { sendingEngine } from '#features/sending/engine/sending-engine.ts';
import { enqueueMessages } from '#features/sending/sending.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { createSendingWorld, noWatcher, type SendingWorld, until } from '../../test/support/sending-world.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../test/support/workspace.ts';
import { runEngines } from './run-engines.ts';

let database: TestDatabase;
let signals: Signals;
let simulator: Simulator;
let world: SendingWorld;
beforeAll(async () => {
  database = await createTestDatabase(2);
  signals = listen(database.url);
  simulator = await startSimulator({ preset: 'exact', smtpPort: false });
  const services = testServices(database);
  const workspace = await createWorkspace(services);
  world = await createSendingWorld(services, workspace.id, simulator.url);
});
afterAll(async () => {
  await world.close();
  await simulator.close();
  await signals.close();
  await database.drop();
});

it('while requests and jobs keep all of their connections, messages are sent', async () => {
  const people = await world.people(['+393330000001', '+393330000002']);
  await world.within((call) =>
    enqueueMessages(
      call,
      people.map((id) => world.message(id)),
    ),
  );
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  const holders = [world.within(() => held), world.within(() => held)];
  const stopping = new AbortController();
  const engine = sendingEngine({ watcher: noWatcher, providerOf: async () => world.provider });
  const running = runEngines([engine], testServices(database), {
    databaseUrl: database.url,
    signals,
    signal: stopping.signal,
  });
  try {
    await until(async () => (await world.account()).accepted === 2);
  } finally {
    letGo();
    await Promise.all(holders);
    stopping.abort();
    await running;
  }
});
