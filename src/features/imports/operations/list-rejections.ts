// Lists the rows that an import rejected, with their reasons.
import type { importsContract } from '#features/imports/imports.contract.ts';
import { pageOfRejections } from '#features/imports/imports.store.ts';
import type { Handler } from '#operations/handle.ts';
import { importOf } from './get-import.ts';

export const listRejections: Handler<typeof importsContract.rejections> = async (call, { id, ...page }) => {
  await importOf(call, 'contacts', id);
  return pageOfRejections(call, id, page);
};
