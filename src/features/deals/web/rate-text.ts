// A rate as somebody types it and as it is shown. Pure.
import { LEAST_RATE, MOST_RATE } from '#features/deals/money.contract.ts';

/** "0,92", "0.92" and "1 234.5" are rates; undefined when it is none. One mark is the decimal one. */
export function readRate(typed: string): number | undefined {
  const text = typed.replaceAll(/[\s'’\u00a0]/g, '').replace(',', '.');
  if (!/^\d*\.?\d+$/.test(text) && !/^\d+\.$/.test(text)) return undefined;
  const rate = Number(text);
  return rate >= LEAST_RATE && rate <= MOST_RATE ? rate : undefined;
}

/** As it stands in its field, with a point: no exponent, at most ten digits that count. */
export function writeRate(rate: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 10, useGrouping: false }).format(rate);
}
