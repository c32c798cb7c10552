// Phone numbers: what is read, what is refused in words, and the countries with two spellings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherSpellings, phoneOfWaId, readPhone } from './phone-number.ts';

describe('a phone number', () => {
  it.each([
    ['333 123 4567', 'IT', '+393331234567'],
    ['02 1234567', 'IT', '+39021234567'],
    ['0039 333 1234567', 'IT', '+393331234567'],
    ['+39 333-123.4567', 'US', '+393331234567'],
    ['393331234567', 'IT', '+393331234567'],
    ['447911123456', 'IT', '+447911123456'],
    ['4915112345678', 'IT', '+4915112345678'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['tel:+34612345678', 'IT', '+34612345678'],
    ['\u202a+39 333 1234567\u202c', 'IT', '+393331234567'],
    ["'+393331234567", 'IT', '+393331234567'],
    ['612 345 678', 'ES', '+34612345678'],
  ])('%s in %s is %s', (written, country, phone) => {
    expect(readPhone(written, country)).toEqual({ phone });
  });

  it.each([
    ['', 'missing'],
    ['3.93E+11', 'spreadsheet'],
    ['call me', 'not a phone number'],
    ['123', 'too short'],
    ['+1234567890123456789', 'too long'],
    ['+999 123456789', 'not a number of any country'],
    ['n/a', 'not a phone number'],
    ['+', 'not a phone number'],
  ])('%s is refused: %s', (written, words) => {
    const read = readPhone(written, 'IT');
    expect('problem' in read ? read.problem : read.phone).toContain(words);
  });

  it('is E.164 or refused, whatever is written, and stays what it is when read again', () => {
    const writing = fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ().-]{3,20}$/));
    fc.assert(
      fc.property(writing, fc.constantFrom('IT', 'US', 'GB', 'BR', 'XX'), (written, country) => {
        const read = readPhone(written, country);
        if ('problem' in read) return read.problem.length > 0;
        return (
          /^\+[1-9]\d{5,14}$/.test(read.phone) &&
          JSON.stringify(readPhone(read.phone, country)) === JSON.stringify(read)
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('two spellings', () => {
  it.each([
    ['5511987654321', '551187654321'],
    ['5215512345678', '525512345678'],
    ['5491112345678', '541112345678'],
  ])('%s and %s are one number', (long, short) => {
    expect(otherSpellings(long)).toEqual([short]);
    expect(otherSpellings(short)).toEqual([long]);
  });

  it('give the number as it is dialled', () => {
    expect(phoneOfWaId('551187654321')).toBe('+5511987654321');
    expect(phoneOfWaId('5215512345678')).toBe('+525512345678');
    expect(phoneOfWaId('393331234567')).toBe('+393331234567');
    expect(phoneOfWaId('abc')).toBeNull();
    expect(otherSpellings('393331234567')).toEqual([]);
  });
});
