// Imports as a part of the application: operations, routes, the job and the engine that finds lost imports.
import type { Feature } from '#operations/feature.ts';
import { pair } from '#operations/handle.ts';
import { dealImportsContract } from './deal-imports.contract.ts';
import { dealImportsRoutes } from './deal-imports.routes.ts';
import { importsContract } from './imports.contract.ts';
import { importsRoutes } from './imports.routes.ts';
import { forgetImportsJob } from './jobs/forget-imports.job.ts';
import { runImportJob } from './jobs/run-import.job.ts';
import { lostImportsEngine } from './lost-imports.engine.ts';
import { getImport } from './operations/get-import.ts';
import {
  cancelDealImport,
  deleteDealImport,
  getDealImport,
  listDealImports,
  listDealRejections,
  resumeDealImport,
  startDealImport,
} from './operations/import-deals.ts';
import { listImports } from './operations/list-imports.ts';
import { listRejections } from './operations/list-rejections.ts';
import { previewImport } from './operations/preview-import.ts';
import { startImport } from './operations/start-import.ts';
import { cancelImport, deleteImport, resumeImport } from './operations/stop-import.ts';

export const importsFeatures: readonly Feature[] = [
  {
    name: 'imports',
    operations: pair(importsContract, {
      list: listImports,
      get: getImport,
      preview: previewImport,
      start: startImport,
      resume: resumeImport,
      cancel: cancelImport,
      rejections: listRejections,
      delete: deleteImport,
    }),
    routes: importsRoutes,
    jobs: [runImportJob, forgetImportsJob],
    engines: [lostImportsEngine],
  },
  {
    name: 'dealImports',
    operations: pair(dealImportsContract, {
      list: listDealImports,
      get: getDealImport,
      start: startDealImport,
      resume: resumeDealImport,
      cancel: cancelDealImport,
      rejections: listDealRejections,
      delete: deleteDealImport,
    }),
    routes: dealImportsRoutes,
  },
];
