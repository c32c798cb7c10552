// Currencies and amounts in their smallest unit: what cents are to euros. Runs in browser and server.
import { z } from 'zod';

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => KNOWN.has(code), 'Use a currency of ISO 4217, three letters, such as EUR')
  .describe('Currency, ISO 4217');

/** What one unit of a currency can be worth in another. */
export const LEAST_RATE = 1e-9;
export const MOST_RATE = 1e9;

/** Ten thousand billions of euros. */
export const MOST_AMOUNT = 1_000_000_000_000_000;

export const Amount = z
  .int()
  .min(0)
  .max(MOST_AMOUNT)
  .describe('In the smallest unit of the currency: 1250 EUR is 125000, 1250 JPY is 1250');

/** Asking the platform takes as long as writing ten amounts. */
const digits = new Map<string, number>();

/** Digits behind the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    known = format.resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/** What one smallest unit of `currency` is in smallest units of `home`, when one `currency` is `rate` of `home`. */
export function factorOf(currency: string, home: string, rate: number): number {
  return currency === home ? 1 : rate * 10 ** (digitsOf(home) - digitsOf(currency));
}
