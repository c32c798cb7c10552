// Runs an import from where it stands to its end: reads the file as a stream and loads it batch by batch.
import { publish } from '#events/publish.ts';
import { dropFile } from '#features/files/files.ts';
import { now, sleep } from '#kit/clock.ts';
import { decode } from '#kit/csv-encoding.ts';
import { csvReader } from '#kit/csv-reader.ts';
import { isBlank } from '#kit/csv-table.ts';
import { AppError } from '#kit/errors.ts';
import { logger } from '#kit/log.ts';
import type { Actor } from '#operations/call.ts';
import { inCall, type OwnCall } from '#operations/in-call.ts';
import type { Services } from '#operations/services.ts';
import type { ImportKind, Loader } from './import-kind.ts';
import { KINDS } from './import-kinds.ts';
import {
  findImport,
  type ImportChange,
  type ImportRow,
  type KindName,
  updateImport,
} from './imports.store.ts';
import { partFromFile } from './imports-forget.store.ts';
import type { FileFormat } from './inspect-file.ts';
import { type Batch, loadBatch, type Run } from './load-batch.ts';

const log = logger('imports');

/** Longer rows are kept without the rest. */
const MOST_CELLS = 500;
const TRIES = 6;
/** Conflicts between transactions and lost connections pass; other failures do not. */
const PASSING = new Set(['40001', '40P01', '57P01', '08006', '08003', 'ECONNRESET']);

const PROBLEMS = {
  unclosed_quote: 'A quoted value is not closed: look for a single " in this row',
  too_long: 'This row is longer than 500,000 characters',
};

/**
 * Goes on behind the last row that was settled, so it may be stopped or killed at any moment and called again; when two
 * run the same import, one stops. Ends as completed or failed unless `signal` stops it.
 */
export async function runImport(
  services: Services,
  workspaceId: string,
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  const row = await begin(services, workspaceId, importId);
  if (!row) return;
  const run: Run = { services, workspaceId, importId, actor: row.created_by as Actor };
  try {
    const ended = await load(run, row, KINDS[row.kind as KindName], signal);
    if (ended === 'stopped') await settle(run, { aliveAt: null });
    if (ended === 'completed') await settle(run, { state: 'completed', finishedAt: now() });
  } catch (error) {
    const isRefused = error instanceof AppError;
    if (!isRefused) log.error({ err: error, importId }, 'import failed');
    const failure = isRefused
      ? error.message
      : 'Something went wrong on our side. What was loaded stays; resume the import to go on.';
    await settle(run, { state: 'failed', failure, finishedAt: now() });
  }
}

async function begin(
  { db }: Services,
  workspaceId: string,
  importId: string,
): Promise<ImportRow | undefined> {
  return db.inWorkspace(workspaceId, async (tx) => {
    const call = { tx, workspaceId, now: now(), actor: { kind: 'system' as const, name: 'imports' } };
    const row = await findImport(call, importId, true);
    if (!row || (row.state !== 'queued' && row.state !== 'running')) return undefined;
    if (row.state === 'queued') {
      await updateImport(call, importId, {
        state: 'running',
        startedAt: row.started_at ?? now(),
        aliveAt: now(),
      });
      await publish(call, 'import.changed', importId, { state: 'running' });
    }
    return row;
  });
}

/** Writes the end, unless somebody else has written one. */
async function settle(run: Run, change: ImportChange): Promise<void> {
  await inCall(run.services, run.workspaceId, async (own) => {
    const call = { ...own, actor: run.actor };
    const row = await findImport(call, run.importId, true);
    if (row?.state !== 'running') return;
    await updateImport(call, run.importId, change);
    if (change.state === 'completed') await dropUpload(call, run.importId);
    if (change.state) await publish(call, 'import.changed', run.importId, { state: change.state });
  });
}

/** Nothing reads it any more, and everybody in it is a contact now, or a rejected row. */
async function dropUpload(call: OwnCall, importId: string): Promise<void> {
  const file = await partFromFile(call, importId);
  if (file) await dropFile(call, file);
}

async function load(
  run: Run,
  row: ImportRow,
  kind: ImportKind<unknown>,
  signal: AbortSignal,
): Promise<'completed' | 'stopped' | 'left'> {
  const loader = await run.services.db.inWorkspace(run.workspaceId, (tx) =>
    kind.prepare({ tx, workspaceId: run.workspaceId, now: now(), actor: run.actor }, row),
  );
  // The next batch is read while the database works on the one before.
  let loading: Promise<boolean> = Promise.resolve(true);
  for await (const batch of batches(run, row, loader, kind.batchRows)) {
    if (!(await loading)) return 'left';
    if (signal.aborted) return 'stopped';
    loading = patiently(() => loadBatch(run, loader, batch), signal);
    // A failure is met at the next await; until then it must not count as unhandled.
    loading.catch(() => {});
  }
  return (await loading) ? 'completed' : 'left';
}

async function* batches(
  run: Run,
  row: ImportRow,
  loader: Loader<unknown>,
  batchRows: number,
): AsyncGenerator<Batch> {
  const { hasHeader, delimiter, encoding } = row.options as FileFormat;
  const reader = csvReader({ delimiter });
  if (row.file_id === null) throw new Error('The file of a running import is gone.');
  const bytes = (await run.services.files.read(run.workspaceId, row.file_id)) as AsyncIterable<Buffer>;
  let doneBytes = 0;
  let number = 0;
  let headerAwaited = hasHeader;
  let batch: Batch = { from: row.done_rows, to: row.done_rows, doneBytes: 0, rows: [], rejections: [] };
  const take = ({ cells, problem }: ReturnType<typeof reader.push>[number]) => {
    number++;
    const isHeader = headerAwaited && !isBlank(cells);
    if (isHeader) headerAwaited = false;
    if (number <= row.done_rows) return;
    batch.to = number;
    if (isHeader || isBlank(cells)) return;
    const some = cells.slice(0, MOST_CELLS);
    const read = problem ? { reason: PROBLEMS[problem] } : loader.read(some, number);
    if (isRefusal(read)) batch.rejections.push({ row: number, cells: some, reason: read.reason });
    else batch.rows.push(read);
  };
  const cutOff = (): Batch => {
    const full = { ...batch, doneBytes };
    batch = { from: batch.to, to: batch.to, doneBytes, rows: [], rejections: [] };
    return full;
  };
  for await (const text of decode(bytes, encoding, (count) => (doneBytes += count))) {
    for (const each of reader.push(text)) {
      take(each);
      if (batch.to - batch.from >= batchRows) yield cutOff();
    }
  }
  for (const each of reader.end()) take(each);
  doneBytes = row.total_bytes;
  yield cutOff();
}

function isRefusal(read: unknown): read is { reason: string } {
  return typeof read === 'object' && read !== null && 'reason' in read;
}

async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !PASSING.has(String((error as { code?: unknown }).code))) throw error;
      await sleep(50 * 2 ** attempt, signal);
    }
  }
}
