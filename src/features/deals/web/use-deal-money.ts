// Spells amounts of deals in the person's language.
import { useCallback } from 'react';
import { useFormatter } from 'use-intl';
import { digitsOf } from '#features/deals/money.contract.ts';

/** `amount` is in the smallest unit of `currency`; whole amounts are written without decimals. */
export function useDealMoney(): (amount: number, currency: string) => string {
  const format = useFormatter();
  return useCallback(
    (amount, currency) =>
      format.number(amount / 10 ** digitsOf(currency), {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      }),
    [format],
  );
}

/** Reads what somebody typed: "1.250,50" and "1,250.50" are both 125050 EUR. Undefined when it is no amount. */
export function readAmount(typed: string, currency: string): number | null | undefined {
  const text = typed.replaceAll(/[\s'’\u00a0]/g, '');
  if (text === '') return null;
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const digits = digitsOf(currency);
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const behind = last < 0 ? '' : text.slice(last + 1);
  const marks = text.replaceAll(/\d/g, '');
  // Three digits behind the only kind of mark are thousands, unless the currency has three decimals.
  const isDecimal = last >= 0 && behind.length <= digits && marks.split(marks.at(-1)!).length === 2;
  const whole = (isDecimal ? text.slice(0, last) : text).replaceAll(/[.,]/g, '');
  if (!isDecimal && last >= 0 && behind.length !== 3) return undefined;
  const minor = Number(`${whole || '0'}${(isDecimal ? behind : '').padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** How an amount stands in its field, with the decimal mark of `locale`. */
export function writeAmount(amount: number | null, currency: string, locale: string): string {
  if (amount === null) return '';
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount / 10 ** digits);
}
