// Lists imports, newest first.
import type { importsContract } from '#features/imports/imports.contract.ts';
import { pageOfImports, toImport } from '#features/imports/imports.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listImports: Handler<typeof importsContract.list> = async (call, input) => {
  const page = await pageOfImports(call, 'contacts', input);
  return { ...page, items: page.items.map(toImport) };
};
