// The pace of a number: never above its rate in any second, and close to it when there is enough to send.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer, NO_PRESSURE, noteIntake, roomBeside, slower, targetRate } from './pacer.ts';

const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 })), {
  maxLength: 300,
});

describe('the pacer', () => {
  it('lets no more than the rate through in any second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 499 }), steps, (rate, all) => {
        const pacer = createPacer(rate);
        const gone: { at: number; count: number }[] = [];
        let at = 0;
        for (const [pause, wanted] of all) {
          at += pause;
          const count = pacer.take(at, wanted);
          expect(count).toBeGreaterThanOrEqual(0);
          expect(count).toBeLessThanOrEqual(wanted);
          gone.push({ at, count });
          const inSecond = gone.filter((one) => one.at > at - 1_000).reduce((sum, one) => sum + one.count, 0);
          expect(inSecond).toBeLessThanOrEqual(rate);
        }
      }),
    );
  });

  it('lets no more than a fast rate through in the long run, and hardly more in any second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 2_000 }), steps, (rate, all) => {
        const pacer = createPacer(rate);
        const late = Math.ceil(rate * 0.1);
        const gone: { at: number; count: number }[] = [];
        let at = 0;
        for (const [pause, wanted] of all) {
          at += pause;
          gone.push({ at, count: pacer.take(at, wanted * 10) });
          const within = (ms: number) =>
            gone.filter((one) => one.at > at - ms).reduce((sum, one) => sum + one.count, 0);
          expect(within(20)).toBeLessThanOrEqual(Math.ceil(rate * 0.02) + late);
          expect(within(1_000)).toBeLessThanOrEqual(rate + late);
          expect(within(10_000)).toBeLessThanOrEqual(rate * 10 + late);
        }
      }),
    );
  });

  it('fills a fast rate also when its timer is late, and never goes beyond it in a steady stream', () => {
    const pacer = createPacer(1_000);
    const gone: { at: number; count: number }[] = [];
    let sent = 0;
    let at = 0;
    for (let tick = 0; at < 60_000; tick += 1) {
      at += tick % 40 === 0 ? 45 : 6;
      const count = pacer.take(at, 400);
      sent += count;
      gone.push({ at, count });
      const inSecond = gone.filter((one) => one.at > at - 1_000).reduce((sum, one) => sum + one.count, 0);
      expect(inSecond).toBeLessThanOrEqual(1_100);
    }
    expect(sent / 60).toBeGreaterThanOrEqual(999);
    expect(sent / 60).toBeLessThanOrEqual(1_002);
  });

  it.each([1, 20, 80, 250, 1_000])('reaches %i a second within 2 %', (rate) => {
    const pacer = createPacer(rate);
    let sent = 0;
    for (let at = 0; at < 60_000; at += 5) sent += pacer.take(at, 500);
    expect(sent / 60).toBeGreaterThanOrEqual(rate * 0.98);
    expect(sent / 60).toBeLessThanOrEqual(rate * 1.001);
  });

  it('lets a fast rate flow evenly from the first moment', () => {
    const pacer = createPacer(1_000);
    for (let at = 0; at < 3_000; at += 5) expect(pacer.take(at, 400)).toBeLessThanOrEqual(5);
  });

  it('rests when a fast rate is lowered, until its second holds no more than that', () => {
    const pacer = createPacer(1_000);
    for (let at = 0; at <= 2_000; at += 5) pacer.take(at, 400);
    pacer.setRate(600);
    expect(pacer.take(2_005, 400)).toBe(0);
    let sent = 0;
    for (let at = 2_010; at <= 3_000; at += 5) sent += pacer.take(at, 400);
    expect(sent).toBeLessThanOrEqual(660);
  });

  it('spreads a second', () => {
    const pacer = createPacer(100);
    expect(pacer.take(0, 1_000)).toBe(15);
    expect(pacer.take(50, 1_000)).toBe(0);
    expect(pacer.take(100, 1_000)).toBe(15);
  });

  it('counts what went before the rate changed', () => {
    const pacer = createPacer(100);
    for (let at = 0; at < 500; at += 10) pacer.take(at, 100);
    pacer.setRate(10);
    expect(pacer.take(600, 100)).toBe(0);
  });
});

describe('pressure', () => {
  it('slows down, keeps a share, and grows back with time', () => {
    let pressure = NO_PRESSURE;
    expect(targetRate(1_000, pressure, 0)).toBe(1_000);
    expect(targetRate(80, pressure, 0)).toBe(79);
    for (let times = 0; times < 30; times += 1) pressure = slower(pressure, 1_000);
    expect(targetRate(1_000, pressure, 1_000)).toBe(99);
    expect(targetRate(1_000, pressure, 60_000)).toBe(990);
    expect(targetRate(1, pressure, 1_000)).toBe(1);
  });
});

describe('what comes in', () => {
  it('takes from what may go out, fades when it ends, and never takes all', () => {
    let intake = noteIntake(null, 500, 0);
    expect(intake.perSecond).toBe(0);
    intake = noteIntake(intake, 560, 2_000);
    expect(intake.perSecond).toBe(30);
    expect(roomBeside(80, intake.perSecond)).toBe(50);
    intake = noteIntake(intake, 560, 4_000);
    expect(roomBeside(80, intake.perSecond)).toBe(65);
    for (let at = 6_000; at < 60_000; at += 2_000) intake = noteIntake(intake, 560, at);
    expect(roomBeside(80, intake.perSecond)).toBe(80);
    expect(roomBeside(80, 500)).toBe(8);
  });

  it('keeps both directions together within the rate while it comes in steadily', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 1_000 }),
        fc.float({ min: 0, max: Math.fround(0.8), noNaN: true }),
        (rate, part) => {
          const incoming = Math.floor(rate * part);
          let intake = noteIntake(null, 0, 0);
          for (let second = 2; second < 20; second += 2)
            intake = noteIntake(intake, incoming * second, second * 1_000);
          const going = targetRate(roomBeside(rate, intake.perSecond), NO_PRESSURE, 20_000);
          expect(going + incoming).toBeLessThanOrEqual(rate);
          expect(going + incoming).toBeGreaterThanOrEqual(Math.floor(rate * 0.98) - 1);
        },
      ),
    );
  });
});
