// JSON without lost digits.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';

const attempt = (read: () => unknown) => {
  try {
    return { value: read() };
  } catch {
    return 'error';
  }
};

describe('readJson', () => {
  it('keeps all digits of a long id, as a string', () => {
    const text =
      '{"message_template_id":12345678901234567,"list":[-98765432109876543, 1],"ok":1234567890123456}';
    expect(readJson(text)).toEqual({
      message_template_id: '12345678901234567',
      list: ['-98765432109876543', 1],
      ok: 1234567890123456,
    });
  });

  it('leaves digits inside strings alone, whatever surrounds them', () => {
    const value = {
      a: 'x": 12345678901234567, "',
      b: '\\',
      c: '12345678901234567',
      'k"12345678901234567': 'é\\"',
    };
    expect(readJson(JSON.stringify(value))).toEqual(value);
  });

  it('leaves decimals and exponents numbers', () => {
    expect(readJson('[1234567890123456.5, 12345678901234567e2]')).toEqual([
      1234567890123456.5,
      Number('12345678901234567e2'),
    ]);
  });

  it('reads every other JSON value as JSON.parse does', () => {
    const isLong = (value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value as number) < 1e21;
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readJson(text)).toEqual(
          JSON.parse(text, (_key, value) => (isLong(value) ? String(value) : value)),
        );
      }),
    );
  });

  it('keeps long integers anywhere in a document', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.string(), (number, text) => {
        const safe = number <= BigInt(Number.MAX_SAFE_INTEGER) && number >= -BigInt(Number.MAX_SAFE_INTEGER);
        const json = `{${JSON.stringify(text)} : ${number}, "z":[${number} , ${JSON.stringify(text)}]}`;
        const kept = safe ? Number(number) : String(number);
        const expected = { ...Object.fromEntries([[text, kept]]), z: [kept, text] };
        expect(readJson(json)).toEqual(expected);
      }),
    );
  });

  it('accepts and refuses the same texts as JSON.parse', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      ' ',
      '-',
      '0',
      '1.',
      'e5',
      'true',
      '"a"',
      '12345678901234567',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const text = parts.join('');
        const strict = attempt(() => JSON.parse(text));
        const ours = attempt(() => readJson(text));
        expect(ours === 'error').toBe(strict === 'error');
      }),
      { numRuns: 3000 },
    );
  });

  it('reads three megabytes quickly', () => {
    const text = JSON.stringify(
      Array.from({ length: 40_000 }, (_, id) => ({ id, body: `"12345678901234567" é ${id}` })),
    );
    const long = text.replace('"id":7,', '"id":12345678901234567,');
    expect(long.length).toBeGreaterThan(2_000_000);
    expect((readJson(long) as { id: unknown }[])[7]?.id).toBe('12345678901234567');
  }, 2000);
});
