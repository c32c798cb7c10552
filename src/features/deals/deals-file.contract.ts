// What loading deals from a CSV file answers.
import type { Delimiter } from '#kit/csv-formats.ts';

/** Where the file goes: `POST`, its bytes as the body, `?existing=update|skip`; answers `LoadedFile`. */
export const DEALS_IMPORT_PATH = '/api/v1/deals/import';
/** Where deals come from: `GET`, `?filter=` as JSON. */
export const DEALS_EXPORT_PATH = '/api/v1/deals/export.csv';

/** Largest file, bytes. */
export const MOST_FILE_BYTES = 20_000_000;
/** Rejected rows that are answered one by one; all are counted. */
export const MOST_REJECTED = 10_000;

/** What to do with rows whose reference a deal has already. */
export const EXISTING_DEALS = ['update', 'skip'] as const;
export type ExistingDeals = (typeof EXISTING_DEALS)[number];

export type RejectedRow = { row: number; cells: string[]; reason: string };

export type LoadedFile = {
  created: number;
  updated: number;
  skipped: number;
  rejectedCount: number;
  rejected: RejectedRow[];
  /** Names of the columns, as the file has them. */
  header: string[];
  delimiter: Delimiter;
};
