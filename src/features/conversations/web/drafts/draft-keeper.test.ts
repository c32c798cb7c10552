// Drafts in the browser: told to the server once typing rests, in order, and not lost while it is away.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftKeeper } from './draft-keeper.ts';

const place = { conversationId: 'c', side: 'reply' } as const;

function browser() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

let saved: string[];
let isAway: boolean;
const save = async (_place: unknown, text: string) => {
  await new Promise((done) => setTimeout(done, 100));
  if (isAway) throw new TypeError('Failed to fetch');
  saved.push(text);
};

beforeEach(() => {
  vi.useFakeTimers();
  [saved, isAway] = [[], false];
});
afterEach(() => vi.useRealTimers());

it('tells the server once typing rests, and never an older text behind a newer one', async () => {
  const keeper = draftKeeper({ storage: browser(), scope: 'me', save });
  for (const text of ['C', 'Ci', 'Cia']) keeper.change(place, text);
  await vi.advanceTimersByTimeAsync(750);
  keeper.change(place, 'Ciao');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual(['Cia', 'Ciao']);
  expect(keeper.unsaved(place)).toBeUndefined();
});

it('keeps what the server did not get, through a reload', async () => {
  const storage = browser();
  isAway = true;
  draftKeeper({ storage, scope: 'me', save }).change(place, 'Ciao');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(draftKeeper({ storage, scope: 'somebody else', save }).unsaved(place)).toBeUndefined();
  const after = draftKeeper({ storage, scope: 'me', save });
  expect(after.unsaved(place)).toBe('Ciao');
  isAway = false;
  void after.flush();
  await vi.advanceTimersByTimeAsync(200);
  expect(saved).toContain('Ciao');
  expect([after.unsaved(place), storage.length]).toEqual([undefined, 0]);
});

it('tells of an emptied field too', async () => {
  const keeper = draftKeeper({ storage: null, scope: 'me', save });
  keeper.change(place, 'Ciao');
  keeper.change(place, '');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual(['']);
});
