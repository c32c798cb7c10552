// The outbox: once, in order, through a bad line, a reload and two tabs at once.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiFailure } from '#web/api-failure.ts';
import { createOutbox, type Kept, type Outbox, type Waiting } from './outbox.ts';

let stored: Map<string, Waiting>;
let watchers: (() => void)[];
/** What the server took, by message. */
let taken: Map<string, string>;
let asked: string[];
let answer: (waiting: Waiting) => void;
let ids: number;
let line: Promise<void>;

const kept: Kept = {
  all: () => [...stored.values()],
  put: (waiting) => void stored.set(waiting.id, waiting),
  remove: (id) => void stored.delete(id),
  watch: (changed) => void watchers.push(changed),
};

function tab(): Outbox {
  return createOutbox({
    kept,
    send: async (waiting) => {
      asked.push(waiting.input.text ?? '');
      await Promise.resolve();
      answer(waiting);
      taken.set(waiting.id, waiting.input.text ?? '');
    },
    alone: (work) => {
      line = line.then(work);
      return line;
    },
    newId: () => `m${String(ids++).padStart(3, '0')}`,
    now: () => new Date(),
  });
}

const refuse =
  (status: number, code = 'window_closed') =>
  () => {
    throw new ApiFailure({ code, message: 'No.', status });
  };
const cut = () => {
  throw new TypeError('Failed to fetch');
};

beforeEach(() => {
  vi.useFakeTimers();
  [stored, watchers, taken, asked, ids, line] = [new Map(), [], new Map(), [], 0, Promise.resolve()];
  answer = () => {};
});
afterEach(() => vi.useRealTimers());

const settle = () => vi.advanceTimersByTimeAsync(60_000);

it('sends in the order of writing, and keeps nothing', async () => {
  const outbox = tab();
  for (const text of ['one', 'two', 'three']) outbox.add('c', { text });
  expect(outbox.read().map((one) => one.input.text)).toEqual(['one', 'two', 'three']);
  await settle();
  expect(asked).toEqual(['one', 'two', 'three']);
  expect([outbox.read(), stored.size]).toEqual([[], 0]);
});

it('waits while the server is away, and sends once when it is back', async () => {
  const outbox = tab();
  answer = cut;
  outbox.add('c', { text: 'one' });
  outbox.add('c', { text: 'two' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outbox.isAway()).toBe(true);
  expect(new Set(asked)).toEqual(new Set(['one']));
  answer = refuse(503);
  await vi.advanceTimersByTimeAsync(30_000);
  answer = () => {};
  outbox.wake();
  await settle();
  expect([...taken.values()]).toEqual(['one', 'two']);
  expect(outbox.isAway()).toBe(false);
});

it('survives a reload, and two tabs send it once', async () => {
  answer = cut;
  tab().add('c', { text: 'one' });
  await vi.advanceTimersByTimeAsync(100);
  answer = () => {};
  asked = [];
  const tabs = [tab(), tab()];
  for (const one of tabs) one.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(asked).toEqual(['one']);
});

it('keeps what the server refuses, goes on with the rest, and tries again when told', async () => {
  const outbox = tab();
  answer = ({ input }) => {
    if (input.text === 'bad') refuse(409)();
  };
  for (const text of ['bad', 'good']) outbox.add('c', { text });
  await settle();
  expect([...taken.values()]).toEqual(['good']);
  expect(outbox.read()).toMatchObject([{ input: { text: 'bad' }, failure: { code: 'window_closed' } }]);
  const [failed] = outbox.read();
  answer = () => {};
  outbox.retry(failed!.id);
  await settle();
  expect([...taken]).toEqual([
    ['m001', 'good'],
    ['m000', 'bad'],
  ]);
});

it('does not send by itself what was written long ago, nor what was thrown away', async () => {
  const outbox = tab();
  answer = cut;
  outbox.add('c', { text: 'old' });
  await vi.advanceTimersByTimeAsync(13 * 3_600_000);
  answer = () => {};
  outbox.wake();
  await settle();
  expect(taken.size).toBe(0);
  expect(outbox.read()).toMatchObject([{ failure: { code: 'written_long_ago' } }]);
  outbox.discard(outbox.read()[0]!.id);
  expect(outbox.read()).toEqual([]);
});
