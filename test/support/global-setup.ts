// Starts one PostgreSQL for the whole test run and makes the migrated template that test databases are cloned from;
// unpacks the browser, which several files at once would start half unpacked.
import { rmSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedServer, startEmbedded, THROWAWAY } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { prepareServer } from '#db/prepare-server.ts';
import { newFolder, removeAbandonedFolders } from './temporary-folder.ts';
import { TEMPLATE } from './test-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's administrator, for making and dropping test databases. */
    adminUrl: string;
    /** Address of the product's login; the database name is replaced per test. */
    templateUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const unpacked = chromium.executablePath();
  const given = process.env.TEST_DATABASE_URL;
  removeAbandonedFolders();
  const folder = newFolder('test');
  const server: EmbeddedServer | undefined = given ? undefined : await startEmbedded(folder, THROWAWAY);
  const adminUrl = given ?? server!.adminUrl;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await dropLeftovers(client);
  await client.end();
  const templateUrl = await prepareServer(adminUrl, TEMPLATE);
  await migrate(templateUrl);
  await unpacked;
  project.provide('adminUrl', adminUrl);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select datname from pg_database where datname like '${TEMPLATE}%'`);
  for (const row of rows)
    await client.query(`drop database ${client.escapeIdentifier(row.datname)} with (force)`);
}
