// An import in a process of its own, over a given database and file folder, to be killed in the middle.
import { openDatabase } from '#db/database.ts';
import { runImport } from '#features/imports/run-import.ts';
import { diskFileStore } from '#kit/file-store.ts';
import { testServices } from './workspace.ts';

const [, , url, folder, workspaceId, importId] = process.argv as string[];
const db = openDatabase({ url: url!, poolSize: 3 });
const services = testServices({ url: url!, db, drop: async () => {} }, { files: diskFileStore(folder!) });
process.send?.('ready');
await runImport(services, workspaceId!, importId!, new AbortController().signal);
await db.close();
