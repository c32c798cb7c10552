// Puts an import of any kind into the queue: one that waits for its choices, or one that goes on.
import { publish } from '#events/publish.ts';
import type { DealOptions } from '#features/imports/deal-imports.store.ts';
import type { ImportOptions } from '#features/imports/imports.contract.ts';
import { findImport, type ImportRow, type KindName, updateImport } from '#features/imports/imports.store.ts';
import { runImportJob } from '#features/imports/jobs/run-import.job.ts';
import { enqueue } from '#jobs/jobs.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { importOf } from './get-import.ts';

/** The row of an import that was not started yet, held. Throws `not_found`, `import_started`, `import_file_gone`. */
export async function waitingImport(call: Call, kind: KindName, id: string): Promise<ImportRow> {
  const row = await importOf(call, kind, id, true);
  if (row.state !== 'uploaded')
    throw conflict('import_started', 'This import has been started already.', { state: row.state });
  if (row.file_id === null)
    throw conflict('import_file_gone', 'The file of this import was deleted: upload it again.');
  return row;
}

export async function beginImport(
  call: Call,
  id: string,
  options: ImportOptions | DealOptions,
): Promise<ImportRow> {
  await updateImport(call, id, { options });
  return queueImport(call, id);
}

/** From where it stands. */
export async function queueImport(call: Call, id: string): Promise<ImportRow> {
  await updateImport(call, id, { state: 'queued', failure: null, finishedAt: null, aliveAt: call.now });
  await enqueue(call.tx, runImportJob, { workspaceId: call.workspaceId, importId: id }, { key: id });
  await publish(call, 'import.changed', id, { state: 'queued' });
  return (await findImport(call, id))!;
}
