// Countries of phone numbers.
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { countriesOfCallingCode, countryOfPhone, phonePrefixes } from './phone-country.ts';

/** They have no digits of their own within the first four. */
const COUNTED_WITH_NEIGHBOUR = new Set('VA GG IM JE SJ CC CX EH YT TA AX BL MF BQ'.split(' '));

describe('the country of a phone number', () => {
  it('is found for every country that has digits of its own', () => {
    const wrong = getCountries()
      .filter((country) => !COUNTED_WITH_NEIGHBOUR.has(country))
      .map((country) => [country, getExampleNumber(country, examples)?.number ?? ''] as const)
      .filter(([country, number]) => number && countryOfPhone(number) !== country);
    expect(wrong).toEqual([]);
  });

  it('is found from the first digits alone, and is none for nonsense', () => {
    expect(countryOfPhone('+3933')).toBe('IT');
    expect(countryOfPhone('+1416')).toBe('CA');
    expect(countryOfPhone('+1212')).toBe('US');
    expect(countryOfPhone('+7701')).toBe('KZ');
    expect(countryOfPhone('+0')).toBeNull();
    expect(countryOfPhone('')).toBeNull();
  });

  it('is described by prefixes, without those of others', () => {
    expect(phonePrefixes('IT')).toEqual({ starts: ['39'], except: [] });
    expect(phonePrefixes('RU')).toEqual({ starts: ['7'], except: ['76', '77'] });
    expect(phonePrefixes('US').except).toContain('1416');
    expect(phonePrefixes('CA').except).toEqual([]);
    expect(phonePrefixes('XX')).toEqual({ starts: [], except: [] });
    expect(countriesOfCallingCode('7')).toEqual(['RU', 'KZ']);
    expect(countriesOfCallingCode('1')[0]).toBe('US');
  });
});
