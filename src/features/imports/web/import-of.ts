// What differs between imports of contacts and of deals for the pages that both use: addresses and operations.
import { DEALS_UPLOAD_PATH } from '#features/imports/deal-imports.contract.ts';
import type { ImportRun } from '#features/imports/import-run.contract.ts';
import { UPLOAD_PATH } from '#features/imports/imports.contract.ts';
import { api, client } from '#web/api.ts';

export const IMPORT_OF = {
  contacts: {
    paths: {
      list: '/contacts/imports',
      upload: '/contacts/import',
      one: '/contacts/imports/$id',
      loaded: '/contacts',
    },
    /** Where bytes go, and below it `{id}/rejected.csv`. */
    files: UPLOAD_PATH,
    cancel: (id: string): Promise<ImportRun> => client.imports.cancel({ id }),
    resume: (id: string): Promise<ImportRun> => client.imports.resume({ id }),
    remove: (id: string) => client.imports.delete({ id }),
    api: api.imports,
  },
  deals: {
    paths: {
      list: '/deals/imports',
      upload: '/deals/import',
      one: '/deals/imports/$id',
      loaded: '/deals/list',
    },
    files: DEALS_UPLOAD_PATH,
    cancel: (id: string): Promise<ImportRun> => client.dealImports.cancel({ id }),
    resume: (id: string): Promise<ImportRun> => client.dealImports.resume({ id }),
    remove: (id: string) => client.dealImports.delete({ id }),
    api: api.dealImports,
  },
} as const;

export type ImportOf = keyof typeof IMPORT_OF;
