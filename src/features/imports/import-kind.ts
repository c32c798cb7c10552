// What the rows of a file may become: how the rows of one kind of import are read and loaded.
import type { Actor, Call } from '#operations/call.ts';
import type { Rejection } from './import-run.contract.ts';
import type { ImportRow } from './imports.store.ts';

export type LoadCall = Pick<Call, 'tx' | 'workspaceId' | 'now'> & { actor: Actor };

export type ImportKind<Row> = {
  /** Rows that are loaded in one transaction. */
  batchRows: number;
  /** Reads what is needed before the first row. Throws an `AppError` when the import cannot go on. */
  prepare(call: LoadCall, run: ImportRow): Promise<Loader<Row>>;
};

export type Loader<Row> = {
  /** Pure: it runs while the database works on the rows before. `row` is its number in the file. */
  read(cells: string[], row: number): Row | { reason: string };
  /** Loads rows in the transaction that counts them. */
  load(call: LoadCall, rows: readonly Row[]): Promise<Outcome>;
};

export type Outcome = {
  created: number;
  updated: number;
  skipped: number;
  rejected: readonly Rejection[];
};
