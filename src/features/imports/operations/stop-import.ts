// Cancels an import, resumes one that failed or was cancelled, and deletes one that is over.
import { publish } from '#events/publish.ts';
import { dropFile } from '#features/files/files.ts';
import type { importsContract } from '#features/imports/imports.contract.ts';
import {
  findImport,
  type ImportRow,
  type KindName,
  removeImport,
  toImport,
  updateImport,
} from '#features/imports/imports.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import { importOf } from './get-import.ts';
import { queueImport } from './queue-import.ts';

export const cancelImport: Handler<typeof importsContract.cancel> = async (call, { id }) =>
  toImport(await cancel(call, 'contacts', id));

export const resumeImport: Handler<typeof importsContract.resume> = async (call, { id }) =>
  toImport(await resume(call, 'contacts', id));

export const deleteImport: Handler<typeof importsContract.delete> = async (call, { id }) => {
  await remove(call, 'contacts', id);
  return done;
};

export async function cancel(call: Call, kind: KindName, id: string): Promise<ImportRow> {
  // Waits for the batch in hand; the next one finds the import cancelled.
  const row = await importOf(call, kind, id, true);
  if (row.state !== 'queued' && row.state !== 'running')
    throw conflict('import_not_running', 'This import is not running.', { state: row.state });
  await updateImport(call, id, { state: 'cancelled', finishedAt: call.now });
  await publish(call, 'import.changed', id, { state: 'cancelled' });
  return (await findImport(call, id))!;
}

export async function resume(call: Call, kind: KindName, id: string): Promise<ImportRow> {
  const row = await importOf(call, kind, id, true);
  if ((row.state !== 'failed' && row.state !== 'cancelled') || row.options === null)
    throw conflict('import_not_stopped', 'Only an import that failed or was cancelled can be resumed.', {
      state: row.state,
    });
  if (row.file_id === null)
    throw conflict('import_file_gone', 'The file of this import was deleted: upload it again.');
  return queueImport(call, id);
}

export async function remove(call: Call, kind: KindName, id: string): Promise<void> {
  const row = await importOf(call, kind, id, true);
  if (row.state === 'queued' || row.state === 'running')
    throw conflict('import_running', 'This import is running: cancel it first.');
  await removeImport(call, id);
  if (row.file_id) await dropFile(call, row.file_id);
  await publish(call, 'import.changed', id, { state: 'deleted' });
}
