// A small chaos run: a worker killed twice in a campaign, answers lost, webhooks doubled and out of order; each customer
// gets exactly one message, by the simulator's own account.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSendChaos } from '../chaos/send.chaos.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(1);
});
afterAll(() => database.drop());

it('everybody gets exactly one message, whatever dies meanwhile', { timeout: 400_000 }, async () => {
  const result = await runSendChaos(
    {
      contacts: 600,
      rate: 300,
      kills: 2,
      workers: 1,
      databaseRestarts: 0,
      troubles: 4,
      hangs: false,
      proofWait: 2,
      seed: 1,
      patience: 300,
      databaseUrl: database.url,
      logs: undefined,
    },
    () => {},
  );
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ accepted: 600, state: 'completed', uncertain: { notAccepted: 0 } });
  expect(result.blows).toHaveLength(6);
});
