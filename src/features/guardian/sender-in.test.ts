// What time alone changes of a number before a scheduled start.
import { describe, expect, it } from 'vitest';
import { stageOf } from './allowance.ts';
import { planParameters } from './plan-parameters.ts';
import { EXAMPLE_FACTS } from './rules/example-facts.ts';
import { senderIn } from './sender-in.ts';

const p = planParameters({});
const stopped = { ...EXAMPLE_FACTS.sender, quality: 'low' as const, stoppedDays: 5, daysSinceLow: 2 };

describe('a number before a scheduled start', () => {
  it('rests as long as its stop lasts, then recovers for a month', () => {
    const stages = [0, 4, 5, 34, 35].map((days) => stageOf(senderIn(stopped, days, p), p));
    expect(stages.slice(0, 4)).toEqual(['stopped', 'stopped', 'recovering', 'recovering']);
    expect(stages[4]).not.toBe('recovering');
    expect(senderIn(stopped, 5, p).daysSinceLow).toBe(7);
  });

  it('is the same at once, and stays banned', () => {
    expect(senderIn(stopped, 0, p)).toEqual(stopped);
    expect(stageOf(senderIn({ ...stopped, banned: true }, 60, p), p)).toBe('stopped');
  });
});
