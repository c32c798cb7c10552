// Outcomes while the database is away: kept as long as the lane lives, and not a moment longer.
import { expect, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually } from '../../../../test/support/product.ts';
import { outcomeRecorder } from './outcome-recorder.ts';

it('is tried until the lane has ended, and then left to the next', async () => {
  setLogLevel('silent');
  let tries = 0;
  let woken = 0;
  const recorder = outcomeRecorder({
    within: async () => {
      tries += 1;
      throw new Error('the database is away');
    },
    watcher: { moved: async () => {}, halted: async () => {} },
    times: { proofWaitMs: 0 },
    wake: () => {
      woken += 1;
    },
  });
  const message = { id: 'one', claim: 'claim', attempts: 1, campaignId: null };
  recorder.add({ message, result: { outcome: 'untried' } });
  await eventually(async () => tries > 1);
  await recorder.drain(() => 0, 10, AbortSignal.abort());
  await eventually(async () => woken === 1);
  const before = tries;
  await new Promise((done) => setTimeout(done, 1_200));
  expect(tries).toBe(before);
  expect(recorder.size()).toBe(1);
});
