// Which queries a live event makes ask again: what concerns one conversation leaves those of the others alone.
import { expect, it } from 'vitest';
import { concerns, touches } from './live.ts';

const [here, there] = ['0195f0a0-0000-7000-8000-000000000001', '0195f0a0-0000-7000-8000-000000000002'];
const query = (path: string[], input: object) => [path, { input, type: 'query' }];

it('a path covers the operations below it', () => {
  const list = query(['conversations', 'list'], {});
  expect(touches(list, ['conversations'])).toBe(true);
  expect(touches(list, ['conversations.list'])).toBe(true);
  expect(touches(list, ['conversations.li'])).toBe(false);
});

it('a thread asks again for what happened in it, a list for all that happened', () => {
  const thread = query(['conversations', 'timeline'], { id: here, limit: 60 });
  expect(concerns(thread, here)).toBe(true);
  expect(concerns(thread, there)).toBe(false);
  // Not everybody is told in which conversation it happened.
  expect(concerns(thread, '')).toBe(true);
  expect(concerns(query(['conversations', 'list'], { show: 'mine' }), there)).toBe(true);
  expect(concerns(query(['conversations', 'counts'], {}), there)).toBe(true);
});
