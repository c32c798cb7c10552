// Reads phone numbers as people write them, and knows the countries where WhatsApp spells a number in two ways.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** E.164 (`+393331234567`), or why it is none, in words. */
export type ReadPhone = { phone: string } | { problem: string };

const E164 = /^\+[1-9]\d{5,14}$/;

/** Reads `written` as an international number, or as a national one of `country` (two letters). */
export function readPhone(written: string, country: string): ReadPhone {
  const text = written
    .trim()
    .replace(/^(tel:|'|’)/i, '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/＋/g, '+')
    .trim();
  if (text === '') return { problem: 'The phone number is missing' };
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text))
    return {
      problem: `A spreadsheet shortened this number to ${text}: format the column as text and export again`,
    };
  if (!/^\+?[\d\s().\-/\u00a0]+$/.test(text) || !/\d/.test(text))
    return { problem: `“${shortened(text)}” is not a phone number` };
  const digits = text.replace(/\D/g, '');
  const international = text.startsWith('+');
  const national = international ? undefined : parseIn(text, country);
  const abroad =
    international || (digits.length >= 8 && !digits.startsWith('0'))
      ? parseIn(`+${digits}`, undefined)
      : undefined;
  // Someone who leaves out the + may mean either: a valid number wins over one that only has the right length.
  const best =
    [national, abroad].find((n) => n?.isValid()) ?? [national, abroad].find((n) => n?.isPossible());
  if (best && E164.test(best.number)) return { phone: best.number };
  if (digits.length < 7) return { problem: `“${shortened(text)}” is too short for a phone number` };
  if (digits.length > 15) return { problem: `“${shortened(text)}” is too long for a phone number` };
  return {
    problem: international
      ? `“${shortened(text)}” is not a number of any country: check the country code and the length`
      : `“${shortened(text)}” is not a number of ${country}: write it with + and the country code`,
  };
}

function parseIn(text: string, country: string | undefined) {
  if (country !== undefined && !isSupportedCountry(country)) return undefined;
  return parsePhoneNumberFromString(text, country as CountryCode | undefined);
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}

/** Other spellings of the same mobile number, digits only: Brazil's ninth digit, Mexico's 1, Argentina's 9. */
export function otherSpellings(digits: string): string[] {
  const brazil = /^55(\d{2})(9?)([6-9]\d{7})$/.exec(digits);
  if (brazil) return [brazil[2] ? `55${brazil[1]}${brazil[3]}` : `55${brazil[1]}9${brazil[3]}`];
  const mexico = /^52(1?)(\d{10})$/.exec(digits);
  if (mexico) return [mexico[1] ? `52${mexico[2]}` : `521${mexico[2]}`];
  const argentina = /^54(9?)(\d{10})$/.exec(digits);
  if (argentina) return [argentina[1] ? `54${argentina[2]}` : `549${argentina[2]}`];
  return [];
}

/** The number as it is dialled, from WhatsApp's id of it; null when the id is no phone number. */
export function phoneOfWaId(waId: string): string | null {
  const dialled = /^521\d{10}$|^55\d{2}[6-9]\d{7}$/.test(waId) ? otherSpellings(waId)[0]! : waId;
  const phone = `+${dialled}`;
  return E164.test(phone) ? phone : null;
}
