// Ids: valid, different, in the order in which they were made, also within one millisecond.
import { validate, version } from 'uuid';
import { expect, it } from 'vitest';
import { firstIdAt, newId } from './ids.ts';

it('makes version 7 ids that sort by when they were made', () => {
  const before = new Date();
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids[0]! >= firstIdAt(before)).toBe(true);
});
