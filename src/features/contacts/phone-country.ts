// Which country a phone number belongs to, by its first four digits; pure. Small places that share the calling code
// and area codes of a larger neighbour (the Vatican, Guernsey) count as the neighbour.
import { type CountryCode, getCountries, getCountryCallingCode } from 'libphonenumber-js/min';

/** The country that a shared calling code stands for, unless the digits after it say otherwise. */
const MAIN: Record<string, string> = {
  1: 'US',
  7: 'RU',
  39: 'IT',
  44: 'GB',
  47: 'NO',
  61: 'AU',
  212: 'MA',
  262: 'RE',
  290: 'SH',
  358: 'FI',
  590: 'GP',
  599: 'CW',
};

/** What follows a shared calling code in the numbers of a country that is not its main one. */
const OWN_DIGITS: Record<string, string> = {
  CA: `204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506
    514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942`,
  AG: '268',
  AI: '264',
  AS: '684',
  BB: '246',
  BM: '441',
  BS: '242',
  DM: '767',
  DO: '809 829 849',
  GD: '473',
  GU: '671',
  JM: '658 876',
  KN: '869',
  KY: '345',
  LC: '758',
  MP: '670',
  MS: '664',
  PR: '787 939',
  SX: '721',
  TC: '649',
  TT: '868',
  VC: '784',
  VG: '284',
  VI: '340',
  KZ: '6 7',
};

const COUNTRY_OF = new Map<string, string>();
for (const country of getCountries()) {
  const code = getCountryCallingCode(country);
  const own = OWN_DIGITS[country];
  if (own) for (const digits of own.split(/\s+/)) COUNTRY_OF.set(code + digits, country);
  else if ((MAIN[code] ?? country) === country) COUNTRY_OF.set(code, country);
}

/** So many digits after the + decide the country. */
export const DECIDING_DIGITS = 4;

/** Two letters; null when no country's numbers begin like that. `phone` begins with + and may be cut off. */
export function countryOfPhone(phone: string): string | null {
  const digits = phone.replace(/^\+/, '');
  for (let length = DECIDING_DIGITS; length > 0; length -= 1) {
    const country = COUNTRY_OF.get(digits.slice(0, length));
    if (country) return country;
  }
  return null;
}

/** How the country's numbers begin after the +, and which of those belong to others. Empty for unknown countries. */
export function phonePrefixes(country: string): { starts: string[]; except: string[] } {
  const starts = [...COUNTRY_OF].filter(([, owner]) => owner === country).map(([prefix]) => prefix);
  const except = [...COUNTRY_OF.keys()].filter((prefix) =>
    starts.some(
      (start) => prefix !== start && prefix.startsWith(start) && COUNTRY_OF.get(prefix) !== country,
    ),
  );
  return { starts, except };
}

/** Countries whose numbers begin with this calling code, the main one first. */
export function countriesOfCallingCode(code: string): string[] {
  const all = getCountries().filter((country: CountryCode) => getCountryCallingCode(country) === code);
  const own = all.filter((country) => phonePrefixes(country).starts.length > 0);
  return own.sort((a, b) => Number(b === MAIN[code]) - Number(a === MAIN[code]) || (a < b ? -1 : 1));
}

export function isKnownCountry(country: string): boolean {
  return phonePrefixes(country).starts.length > 0;
}
