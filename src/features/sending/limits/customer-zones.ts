// In which time zones a customer may be: told by a field of the contact, else by the country of the phone. Pure.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isTimeZone } from './zone-clock.ts';

export type CustomerPlace = {
  /** E.164. */
  phone: string | null;
  /** WhatsApp user id, which begins with the country. */
  userId?: string | null;
  /** Custom fields by code: TIME_ZONE, where the workspace has such a field, wins. */
  fields?: Readonly<Record<string, unknown>>;
};

/** Code of the custom field that names a contact's time zone. */
export const TIME_ZONE_FIELD = 'TIME_ZONE';

/** Where most people of a wide country live: it counts alone when no time suits all of its zones. */
const MAIN_ZONE: Record<string, string> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  NZ: 'Pacific/Auckland',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
};

/** Countries that keep one time whatever their map says. */
const ONE_ZONE: Record<string, string> = { CN: 'Asia/Shanghai', UA: 'Europe/Kiev' };

/** The zones to heed, the most likely first; `otherwise` where nothing is known. */
export function zonesOf(customer: CustomerPlace, otherwise: string): readonly string[] {
  const told = customer.fields?.[TIME_ZONE_FIELD];
  if (typeof told === 'string' && isTimeZone(told.trim())) return [told.trim()];
  const country = customer.phone ? countryOfPhone(customer.phone) : customer.userId?.slice(0, 2);
  return (country && zonesOfCountry(country)) || [otherwise];
}

const countries = new Map<string, string | undefined>();

/** Two letters; undefined when the number is of no country. */
export function countryOfPhone(phone: string): string | undefined {
  // Seven digits tell the country; the rest is the subscriber.
  const beginning = phone.slice(0, 8);
  if (countries.has(beginning)) return countries.get(beginning);
  const read = parsePhoneNumberFromString(phone);
  const country = read?.country ?? read?.getPossibleCountries()[0];
  if (read?.country) {
    if (countries.size > 20_000) countries.clear();
    countries.set(beginning, country);
  }
  return country;
}

const zones = new Map<string, readonly string[]>();

/** The zones of a country by its two letters, the main one first; undefined when there is no such country. */
export function zonesOfCountry(country: string): readonly string[] | undefined {
  let found = zones.get(country);
  if (!found) {
    found = ONE_ZONE[country] ? [ONE_ZONE[country]] : regionZones(country);
    const main = MAIN_ZONE[country];
    if (main) found = [main, ...found.filter((zone) => zone !== main)];
    zones.set(country, found);
  }
  return found.length > 0 ? found : undefined;
}

function regionZones(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  // A property in older engines, a method in newer ones.
  const locale = new Intl.Locale(`und-${country}`) as unknown as {
    timeZones?: string[];
    getTimeZones?: () => string[] | undefined;
  };
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter(isTimeZone);
}
