// Gets an import with its progress.
import type { importsContract } from '#features/imports/imports.contract.ts';
import { findImport, type ImportRow, type KindName, toImport } from '#features/imports/imports.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const getImport: Handler<typeof importsContract.get> = async (call, { id }) =>
  toImport(await importOf(call, 'contacts', id));

/** The import's row, held when it is about to be moved; `not_found` when there is none, or one of another kind. */
export async function importOf(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  kind: KindName,
  id: string,
  lock = false,
): Promise<ImportRow> {
  const row = await findImport(call, id, lock);
  if (row?.kind !== kind) throw notFound('import');
  return row;
}
