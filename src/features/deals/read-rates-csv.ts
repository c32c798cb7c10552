// Reads rates of currencies from CSV: a header with currency and rate, and date if wanted. Pure.
import { z } from 'zod';
import { csvReader } from '#kit/csv-reader.ts';
import type { FieldError } from '#kit/errors.ts';
import type { CurrencyRate } from './deal-settings.contract.ts';
import { Currency } from './money.contract.ts';

const Day = z.iso.date();

/** What the file says, or every line at fault; `today` is the day of rates without one. */
export function readRatesCsv(
  csv: string,
  today: string,
): { rates: CurrencyRate[] } | { problems: FieldError[] } {
  const text = csv.replace(/^\ufeff/, '');
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const reader = csvReader({ delimiter: header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',' });
  const [names, ...rows] = [...reader.push(text), ...reader.end()];
  const column = (name: string) => names?.cells.findIndex((cell) => cell.trim().toLowerCase() === name) ?? -1;
  const [currencyAt, rateAt, dateAt] = [column('currency'), column('rate'), column('date')];
  if (currencyAt < 0 || rateAt < 0)
    return {
      problems: [{ path: 'csv', message: 'The first line must name the columns currency and rate.' }],
    };
  const problems: FieldError[] = [];
  const rates = new Map<string, CurrencyRate>();
  for (const [i, { cells, problem }] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const fault = (message: string) => problems.push({ path: 'csv', message: `Line ${i + 2}: ${message}` });
    if (problem) {
      fault('A quote is not closed.');
      continue;
    }
    const currency = Currency.safeParse(cells[currencyAt] ?? '');
    const rate = Number((cells[rateAt] ?? '').trim().replace(',', '.'));
    const day = (dateAt >= 0 && cells[dateAt]?.trim()) || today;
    if (!currency.success) fault('There is no such currency.');
    else if (!(rate >= 1e-9 && rate <= 1e9)) fault('The rate must be a number above 0, such as 0.92.');
    else if (!Day.safeParse(day).success || day.startsWith('0000')) fault('Write the date as 2026-11-21.');
    else rates.set(currency.data, { currency: currency.data, rate, source: 'imported', asOf: day });
  }
  if (problems.length > 0) return { problems: problems.slice(0, 20) };
  if (rates.size === 0) return { problems: [{ path: 'csv', message: 'There is no rate in it.' }] };
  if (rates.size > 200) return { problems: [{ path: 'csv', message: 'At most 200 rates.' }] };
  return { rates: [...rates.values()] };
}
