// Reads a rate card from CSV, and says of every row what is wrong with it.
import { countriesOfCallingCode, isKnownCountry } from '#features/contacts/contacts.ts';
import { csvReader } from '#kit/csv-reader.ts';
import type { RateRow } from './price-volume.ts';
import { RATE_CATEGORIES, type RateProblem } from './rates.contract.ts';

const COLUMNS = ['market', 'category', 'valid_from', 'currency', 'price', 'tier_from'] as const;
const OPTIONAL = new Set<string>(['tier_from']);
const MOST_PROBLEMS = 100;

type Cells = Record<(typeof COLUMNS)[number], string>;

/** Rows, one per country; none where there is a problem. Lines are counted from 1, the header included. */
export function readRateFile(text: string): { rows: RateRow[]; problems: RateProblem[] } {
  const plain = text.replace(/^\ufeff/, '');
  const head = plain.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = head.includes(';') && !head.includes(',') ? ';' : head.includes('\t') ? '\t' : ',';
  const reader = csvReader({ delimiter });
  const lines = [...reader.push(plain), ...reader.end()].map((row) => row.cells.map((cell) => cell.trim()));
  const names = (lines[0] ?? []).map((name) => name.toLowerCase());
  const missing = COLUMNS.filter((name) => !OPTIONAL.has(name) && !names.includes(name));
  if (missing.length > 0)
    return {
      rows: [],
      problems: [
        {
          line: 1,
          message: `The first line must name the columns ${COLUMNS.join(', ')}; missing: ${missing.join(', ')}`,
        },
      ],
    };
  const rows: (RateRow & { line: number })[] = [];
  const problems: RateProblem[] = [];
  for (const [i, cells] of lines.entries()) {
    if (i === 0 || cells.every((cell) => cell === '')) continue;
    const line = i + 1;
    const named = Object.fromEntries(
      COLUMNS.map((name) => [name, cells[names.indexOf(name)] ?? '']),
    ) as Cells;
    const read = readRow(named, delimiter);
    if ('problem' in read) problems.push({ line, message: read.problem });
    else rows.push(...read.rows.map((row) => ({ ...row, line })));
  }
  if (rows.length === 0 && problems.length === 0)
    problems.push({ line: 1, message: 'The file has no rates' });
  problems.push(...disagreements(rows));
  problems.sort((a, b) => a.line - b.line);
  return { rows: rows.map(({ line, ...row }) => row), problems: problems.slice(0, MOST_PROBLEMS) };
}

function readRow(cells: Cells, delimiter: string): { rows: RateRow[] } | { problem: string } {
  const countries = countriesOf(cells.market.toUpperCase());
  if (countries.length === 0)
    return {
      problem: `“${cells.market}” is no market: write a country such as BR, a calling code such as +55, or * for the rest`,
    };
  const category = cells.category.toLowerCase().replaceAll(/[ -]/g, '_');
  if (!RATE_CATEGORIES.includes(category as never))
    return { problem: `“${cells.category}” is no category: use ${RATE_CATEGORIES.join(', ')}` };
  if (!isDay(cells.valid_from))
    return { problem: `“${cells.valid_from}” is no day: write it like 2026-07-01` };
  const currency = cells.currency.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency))
    return { problem: `“${cells.currency}” is no currency: write three letters such as EUR` };
  const price = delimiter === ',' ? cells.price : cells.price.replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(price))
    return {
      problem: `“${cells.price}” is no price: write the price of one message with a point and at most 6 decimals, such as 0.0350`,
    };
  const tier = cells.tier_from === '' ? '0' : cells.tier_from;
  if (!/^\d{1,9}$/.test(tier))
    return { problem: `“${cells.tier_from}” is no number of messages: write digits only, such as 250000` };
  return {
    rows: countries.map((country) => ({
      country,
      category,
      validFrom: cells.valid_from,
      currency,
      tierFrom: Number(tier),
      micros: Math.round(Number(price) * 1_000_000),
    })),
  };
}

function countriesOf(market: string): string[] {
  if (market === '*') return ['*'];
  if (/^\+\d{1,4}$/.test(market)) return countriesOfCallingCode(market.slice(1));
  return /^[A-Z]{2}$/.test(market) && isKnownCountry(market) ? [market] : [];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < '2000') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Rows that are right by themselves but not together. */
function disagreements(rows: readonly (RateRow & { line: number })[]): RateProblem[] {
  const problems = new Map<number, string>();
  const groups = new Map<string, (RateRow & { line: number })[]>();
  for (const row of rows) {
    const key = `${row.country} ${row.category} ${row.validFrom}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    const first = group[0]!;
    const seen = new Map<number, number>();
    for (const row of group) {
      const before = seen.get(row.tierFrom);
      if (before !== undefined)
        problems.set(row.line, `Says the same market, category, day and tier as line ${before}`);
      seen.set(row.tierFrom, row.line);
      if (row.currency !== first.currency)
        problems.set(row.line, `Another currency than line ${first.line}, which it continues`);
    }
    if (!seen.has(0))
      problems.set(first.line, 'The first tier must begin at 0: a row with tier_from 0 is missing');
  }
  return [...problems].map(([line, message]) => ({ line, message }));
}
