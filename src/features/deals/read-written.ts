// Reads amounts and days as people and spreadsheets write them; what could mean two things is not guessed. Pure.
import { MOST_AMOUNT } from './money.contract.ts';

/**
 * `1250.50`, `1250,50`, `1 250.50`, `1.250,50`, `1'250.50`; in the smallest unit, `digits` of which make the decimals.
 * Undefined also for `1.250`, which is a thousand to some and one and a quarter to others.
 */
export function readAmount(text: string, digits: number): number | undefined {
  const written = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const plain = /^\d{1,16}$/.test(written) ? written : decimals(written, digits);
  if (plain === undefined) return undefined;
  const amount = Math.round(Number(plain) * 10 ** digits);
  return amount <= MOST_AMOUNT ? amount : undefined;
}

function decimals(written: string, digits: number): string | undefined {
  const [whole = '', part] = written.split(/[.,](?=\d*$)/);
  if (part === undefined || part === '') return undefined;
  const sign = written[whole.length]!;
  const thousands = sign === '.' ? ',' : '.';
  if (written.includes(thousands))
    return isGrouped(whole, thousands) ? `${whole.replaceAll(thousands, '')}.${part}` : undefined;
  // The same sign again and again parts thousands.
  if (whole.includes(sign)) return isGrouped(written, sign) ? written.replaceAll(sign, '') : undefined;
  if (part.length === 3 && digits !== 3) return undefined;
  return /^\d{1,16}$/.test(whole) && part.length <= 6 ? `${whole}.${part}` : undefined;
}

function isGrouped(text: string, sign: string): boolean {
  const [first = '', ...rest] = text.split(sign);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group));
}

/** Countries that write the month before the day. */
const MONTH_FIRST = new Set(['US', 'PH']);

/** `2026-11-21`, `21/11/2026`, `21.11.2026`; with the month first where the country does. */
export function readDay(text: string, country: string): string | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [, first = '', second = '', year = ''] = parts ?? [];
  const [day, month] = MONTH_FIRST.has(country) ? [second, first] : [first, second];
  const iso = parts ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  const isDay = /^[1-9]\d{3}-\d\d-\d\d$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso);
  return isDay ? iso : undefined;
}
