// Reads the first rows of an uploaded file again, as the person says it is written.
import { readFields } from '#features/fields/fields.ts';
import type { importsContract } from '#features/imports/imports.contract.ts';
import { updateImport } from '#features/imports/imports.store.ts';
import { inspectContacts } from '#features/imports/inspect-file.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { importOf } from './get-import.ts';

export const previewImport: Handler<typeof importsContract.preview> = async (call, { id, ...given }) => {
  const row = await importOf(call, 'contacts', id, true);
  if (row.state !== 'uploaded')
    throw conflict('import_started', 'This import has been started: upload the file again to read it anew.');
  if (row.file_id === null)
    throw conflict('import_file_gone', 'The file of this import was deleted: upload it again.');
  const place = { files: call.services.files, workspaceId: call.workspaceId, fileId: row.file_id };
  const detected = await inspectContacts(place, await readFields(call), given);
  await updateImport(call, id, { detected });
  return detected;
};
