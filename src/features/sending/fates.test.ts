// What becomes of refused and uncertain messages.
import { describe, expect, it } from 'vitest';
import { readFailure } from '#whatsapp/cloud-api/failures.ts';
import { endOfDoubt, fateOf, restAfter } from './fates.ts';

const refused = (code: number) => readFailure({ code }, 'answer');
const first = { attempts: 1, inCampaign: true };

describe('the fate of a refused message', () => {
  it.each([
    [131026, 'fail'],
    [131050, 'fail'],
    [131049, 'fail'],
    [132000, 'fail'],
    [131047, 'fail'],
    [1, 'uncertain'],
    [131000, 'uncertain'],
    [131016, 'uncertain'],
    [132015, 'halt'],
    [132016, 'halt'],
    [132001, 'halt'],
    [190, 'halt'],
    [368, 'halt'],
    [131042, 'halt'],
    [131048, 'halt'],
    [130429, 'retry'],
    [131056, 'retry'],
    [4, 'retry'],
    [80007, 'retry'],
    [131057, 'retry'],
  ])('code %i in a campaign: %s', (code, fate) => {
    expect(fateOf(refused(code), first).fate).toBe(fate);
  });

  it.each([190, 132015, 368])('code %i outside a campaign fails, with the reason', (code) => {
    expect(fateOf(refused(code), { attempts: 1, inCampaign: false }).fate).toBe('fail');
  });

  it('waits 1, 4, 16 … seconds at the pair limit, then gives up', () => {
    const waits = [1, 2, 3, 4].map((attempts) => fateOf(refused(131056), { attempts, inCampaign: true }));
    expect(waits.map((fate) => fate.fate === 'retry' && fate.afterMs)).toEqual([
      1_000, 4_000, 16_000, 64_000,
    ]);
    expect(fateOf(refused(131056), { attempts: 6, inCampaign: true }).fate).toBe('fail');
  });

  it('never gives up because the rate was exceeded', () => {
    expect(fateOf(refused(130429), { attempts: 500, inCampaign: true })).toMatchObject({
      fate: 'retry',
      counted: false,
    });
    expect(restAfter(refused(130429), 1)).toEqual({ rest: 'slower' });
  });
});

describe('the end of doubt', () => {
  const doubt = {
    uncertainSinceMs: 1_000,
    nowMs: 61_000,
    resends: 0,
    mayResend: true,
    lastStatusMs: 30_000,
    unread: false,
    doorOpenMs: null,
  };
  it('sends again when the provider speaks of others and not of this one', () => {
    expect(endOfDoubt(doubt, 900_000)).toBe('resend');
  });
  it.each([
    ['nothing was heard since', { lastStatusMs: 900 }],
    ['nothing was ever heard', { lastStatusMs: null }],
    ['webhooks lie unread', { unread: true }],
    ['no door is open', { doorOpenMs: 54_000 }],
  ])('waits when %s', (_, facts) => {
    expect(endOfDoubt({ ...doubt, ...facts }, 900_000)).toBe('wait');
    expect(endOfDoubt({ ...doubt, ...facts, nowMs: 1_000_000 }, 900_000)).toBe('leave');
  });
  it('sends again three times at most, and for a campaign that stands still when it goes on', () => {
    expect(endOfDoubt({ ...doubt, resends: 2 }, 900_000)).toBe('resend');
    expect(endOfDoubt({ ...doubt, resends: 3 }, 900_000)).toBe('leave');
    expect(endOfDoubt({ ...doubt, mayResend: false }, 900_000)).toBe('wait');
  });
});
