// The watch over the live stream: silence is noticed in time, also after a sleep, and news puts it off.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSilence } from './live-watch.ts';

const SECOND = 1_000;
let page: EventTarget & Pick<Window, 'setInterval' | 'clearInterval'>;
let alarms: number;
let watch: ReturnType<typeof watchSilence>;

beforeEach(() => {
  vi.useFakeTimers();
  const target = new EventTarget();
  page = Object.assign(target, {
    setInterval: (work: () => void, ms: number) => setInterval(work, ms) as unknown as number,
    clearInterval: (timer: number) => clearInterval(timer),
  }) as typeof page;
  alarms = 0;
  watch = watchSilence(
    () => {
      alarms += 1;
      watch.heard();
    },
    page as unknown as Window,
  );
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

it('stays quiet as long as something comes, and rings when nothing does', () => {
  for (let beats = 0; beats < 20; beats++) {
    vi.advanceTimersByTime(20 * SECOND);
    watch.heard();
  }
  expect(alarms).toBe(0);
  vi.advanceTimersByTime(56 * SECOND);
  expect(alarms).toBe(1);
});

it('rings at once when one comes back after a sleep, but not after a glance elsewhere', () => {
  vi.setSystemTime(Date.now() + 10 * SECOND);
  page.dispatchEvent(new Event('visibilitychange'));
  expect(alarms).toBe(0);
  // No timer ran while the machine slept.
  vi.setSystemTime(Date.now() + 3_600 * SECOND);
  page.dispatchEvent(new Event('focus'));
  page.dispatchEvent(new Event('visibilitychange'));
  expect(alarms).toBe(1);
});

it('rings when the network is back, and never after it was stopped', () => {
  page.dispatchEvent(new Event('online'));
  expect(alarms).toBe(1);
  watch.stop();
  page.dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(600 * SECOND);
  expect(alarms).toBe(1);
});
