// The promise of the stage machine, under any history that Meta may tell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSince, mayBulk, type NumberCondition, nextStage, type StageState } from './quality-stage.ts';

const DAY = 86_400_000;
const START = new Date('2026-03-01T00:00:00Z');
const p = { stopDays: 7, recoveryDays: 30 };
const good: NumberCondition = { quality: 'high', status: 'connected', accountState: 'connected' };
const low: NumberCondition = { ...good, quality: 'low' };
const at = (days: number) => new Date(START.getTime() + days * DAY);

/** Looks on each of these days. */
function play(days: readonly [number, NumberCondition][]): StageState {
  return days.reduce((state, [day, told]) => nextStage(state, told, at(day), p), freeSince(START));
}

describe('the stage of a number', () => {
  it('stops for a week on low quality, then recovers for a month', () => {
    expect(play([[0, low]])).toMatchObject({ stage: 'stopped', cause: 'low', stoppedUntil: at(7) });
    expect(
      play([
        [0, low],
        [1, good],
        [6.9, good],
      ]).stage,
    ).toBe('stopped');
    const recovering = play([
      [0, low],
      [1, good],
      [7, good],
    ]);
    expect(recovering).toMatchObject({ stage: 'recovering', recoveringUntil: at(37), troubleSince: START });
    expect(
      play([
        [0, low],
        [7, good],
        [36, good],
      ]).stage,
    ).toBe('recovering');
    expect(
      play([
        [0, low],
        [7, good],
        [37, good],
      ]),
    ).toMatchObject({ stage: 'free', troubleSince: null });
  });

  it('stops again when it is still or again low', () => {
    expect(
      play([
        [0, low],
        [7, low],
      ]),
    ).toMatchObject({ stage: 'stopped', stoppedUntil: at(14), relapses: 1 });
    expect(
      play([
        [0, low],
        [7, good],
        [20, low],
      ]),
    ).toMatchObject({
      stage: 'stopped',
      stoppedUntil: at(27),
      relapses: 1,
      troubleSince: START,
    });
  });

  it('knows what Meta calls trouble', () => {
    expect(play([[0, { ...good, status: 'FLAGGED' }]])).toMatchObject({ stage: 'stopped', cause: 'flagged' });
    expect(play([[0, { ...good, status: 'restricted' }]]).stage).toBe('restricted');
    expect(play([[0, { ...good, accountState: 'banned' }]]).stage).toBe('banned');
    expect(play([[0, { ...good, status: 'rate_limited' }]]).stage).toBe('free');
    expect(
      play([
        [0, { ...good, status: 'banned' }],
        [3, good],
      ]),
    ).toMatchObject({
      stage: 'recovering',
      recoveringUntil: at(33),
    });
  });

  const condition = fc.record({
    quality: fc.constantFrom('high', 'medium', 'low', 'unknown') as fc.Arbitrary<NumberCondition['quality']>,
    status: fc.constantFrom(
      'connected',
      'connected',
      'connected',
      'flagged',
      'restricted',
      'banned',
      'rate_limited',
    ),
    accountState: fc.constantFrom('connected', 'connected', 'connected', 'restricted', 'banned'),
  });
  const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * 24 }), condition), { maxLength: 60 });

  it('never lets bulk go within seven days after low quality, whatever follows', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let state = freeSince(START);
        let now = START;
        let lowAt: Date | null = null;
        for (const [hours, told] of steps) {
          now = new Date(now.getTime() + hours * 3_600_000);
          const before = state;
          state = nextStage(before, told, now, p);
          const stopped = !mayBulk(before.stage) && mayBulk(state.stage);
          // Out of a stop there is one way: small days.
          if (stopped) expect(state.stage).toBe('recovering');
          if (before.stage !== 'stopped' && state.stage === 'stopped') lowAt = now;
          const byMeta =
            state.stage === 'restricted' || state.stage === 'banned' || before.cause !== state.cause;
          if (byMeta) lowAt = null;
          if (lowAt && now.getTime() - lowAt.getTime() < 7 * DAY) expect(mayBulk(state.stage)).toBe(false);
          if (state.stage === 'free' && before.stage !== 'free') expect(before.stage).toBe('recovering');
          expect(state.stage === 'free').toBe(state.troubleSince === null);
          expect(state.stage === 'stopped').toBe(state.stoppedUntil !== null);
          expect(state.stage === 'recovering').toBe(state.recoveringUntil !== null);
        }
      }),
    );
  });

  it('says the same when it looks twice', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let state = freeSince(START);
        let now = START;
        for (const [hours, told] of steps) {
          now = new Date(now.getTime() + hours * 3_600_000);
          state = nextStage(state, told, now, p);
          expect(nextStage(state, told, now, p)).toEqual(state);
        }
      }),
    );
  });
});
