// Codes of short links: they come back as they were, hold no odd characters, and nothing else is taken for one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { CODE_LENGTH, linkCode, readLinkCode } from './link-code.ts';

const code = fc.record({
  number: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
  messageId: fc.uuid({ version: 7 }),
});

it('brings back the link and the message', () => {
  fc.assert(
    fc.property(code, (given) => {
      const text = linkCode(given);
      expect(text).toMatch(/^[0-9A-Za-z]{29}$/);
      expect(readLinkCode(text)).toEqual(given);
    }),
  );
});

it('reads nothing else', () => {
  expect(readLinkCode('')).toBeNull();
  expect(readLinkCode('z'.repeat(CODE_LENGTH))).toBeNull();
  expect(readLinkCode('0'.repeat(CODE_LENGTH - 1))).toBeNull();
  expect(readLinkCode(`${linkCode({ number: 1, messageId: newId() }).slice(1)}-`)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => readLinkCode(text) === null || text.length === CODE_LENGTH));
});
