// Lists imports, newest first.
import type { importsContract } from '#features/imports/imports.contract.ts';
import { pageOfImports } from '#features/imports/imports.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listImports: Handler<typeof importsContract.list> = (call, input) => pageOfImports(call, input);
