// What all imports have in common, whatever the rows of their files become.
import { z } from 'zod';
import { DELIMITERS, ENCODINGS } from '#kit/csv-formats.ts';
import { Id, Instant } from '#operations/operation.ts';

export const Encoding = z.enum(ENCODINGS).describe('How the file spells letters as bytes');
export type Encoding = z.infer<typeof Encoding>;

export const Delimiter = z.enum(DELIMITERS).describe('What parts the cells of a row');
export type Delimiter = z.infer<typeof Delimiter>;

export const IMPORT_STATES = ['uploaded', 'queued', 'running', 'completed', 'failed', 'cancelled'] as const;

export const ImportRun = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  totalBytes: z.int(),
  doneBytes: z.int().describe('Together with totalBytes: how far the import is'),
  rows: z.int().describe('Rows read so far: created, updated, skipped and rejected'),
  created: z.int(),
  updated: z.int(),
  skipped: z.int().describe('Those that existed and were left alone'),
  rejected: z.int().describe('Rows with a problem; rejected.csv beside the import has them'),
  failure: z.string().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  resumable: z.boolean().describe('It stopped before its end and its file is still there: 7 days'),
  forgottenAt: Instant.nullable().describe('When its rejected rows were deleted, 30 days after its end'),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const Rejection = z.object({
  row: z.int().describe('Row of the file, counted from 1 with the header'),
  cells: z.array(z.string()),
  reason: z.string(),
});
export type Rejection = z.infer<typeof Rejection>;

/** Largest file, bytes. */
export const MAX_IMPORT_BYTES = 200_000_000;
