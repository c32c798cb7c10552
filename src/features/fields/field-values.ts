// Reads what people and files write into the typed values of custom fields.
import type { FieldType, FieldValue } from './fields.contract.ts';

/** The value as it is kept, or why it is none, in words. */
export type ReadValue = { value: FieldValue } | { problem: string };

const YES = new Set(['true', 'yes', 'y', '1', 'on', 'x', 'si', 'sì', 'sí', 's', 'vero', 'verdadero']);
const NO = new Set(['false', 'no', 'n', '0', 'off', 'falso']);
const LONGEST_TEXT = 4_000;

/**
 * Reads `written` as `type`. Dates are year-month-day or day first with /, . or -; date-times without a zone are UTC.
 * An empty text is no value at all and must not come here.
 */
export function readFieldValue(type: FieldType, written: FieldValue): ReadValue {
  switch (type) {
    case 'text': {
      const text = String(written);
      return text.length > LONGEST_TEXT
        ? { problem: `longer than ${LONGEST_TEXT} characters` }
        : { value: text };
    }
    case 'number':
      return readNumber(written);
    case 'boolean': {
      if (typeof written === 'boolean') return { value: written };
      const word = String(written).trim().toLowerCase();
      if (YES.has(word)) return { value: true };
      if (NO.has(word)) return { value: false };
      return { problem: 'not yes or no' };
    }
    case 'date': {
      const date = readDate(String(written).trim());
      return date ? { value: date } : { problem: 'not a date such as 2026-11-21 or 21/11/2026' };
    }
    case 'datetime':
      return readDateTime(String(written).trim());
  }
}

/** Accepts `1234.5`, `1.234,5`, `1,234.5` and `1234,5`; a single separator before three digits parts thousands only when it repeats. */
function readNumber(written: FieldValue): ReadValue {
  if (typeof written === 'number')
    return Number.isFinite(written) ? { value: written } : { problem: 'not a number' };
  let text = String(written)
    .trim()
    .replace(/[\s\u00a0'’]/g, '');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
    text = text.replaceAll(thousands!, '').replace(decimal!, '.');
  } else if (comma >= 0) {
    text = text.indexOf(',') === comma ? text.replace(',', '.') : text.replaceAll(',', '');
  } else if (point >= 0 && text.indexOf('.') !== point) {
    text = text.replaceAll('.', '');
  }
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return { problem: 'not a number' };
  const value = Number(text);
  return Number.isFinite(value) ? { value } : { problem: 'not a number' };
}

function readDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return day(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return dayFirst ? day(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!) : undefined;
}

/** `YYYY-MM-DD` when the calendar has that day. */
function day(year: string, month: string, date: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

function readDateTime(text: string): ReadValue {
  const problem = 'not a date and time such as 2026-11-21 18:30';
  const match = /^(\S+?)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text,
  );
  const date = match && readDate(match[1]!);
  if (!date) return { problem };
  const [hour = '00', minute = '00', second = '00'] = match.slice(2, 5);
  const zone = (match[5] ?? 'Z').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = Date.parse(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone}`);
  return Number.isFinite(time) ? { value: new Date(time).toISOString() } : { problem };
}
