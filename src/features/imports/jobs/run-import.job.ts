// Runs an import in the background; the import's own row says where it stands.
import { z } from 'zod';
import { runImport } from '#features/imports/run-import.ts';
import { defineJob } from '#jobs/jobs.ts';

export const runImportJob = defineJob({
  name: 'imports.run',
  payload: z.object({ workspaceId: z.uuid(), importId: z.uuid() }),
  maxAttempts: 3,
  run: (services, { workspaceId, importId }, signal) => runImport(services, workspaceId, importId, signal),
});
