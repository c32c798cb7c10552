// A database of its own for a test file, cloned from the migrated template.
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '#db/database.ts';
import { newToken } from '#kit/ids.ts';

export const TEMPLATE = 'rondine_test';

export type TestDatabase = { url: string; db: Database; drop(): Promise<void> };

export async function createTestDatabase(poolSize = 6): Promise<TestDatabase> {
  const name = `${TEMPLATE}_${newToken(9)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}`;
  const adminUrl = inject('adminUrl');
  await administer(adminUrl, `create database ${name} template ${TEMPLATE} owner rondine`);
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${name}`;
  const db = openDatabase({ url: url.href, poolSize });
  return {
    url: url.href,
    db,
    drop: async () => {
      await db.close();
      await administer(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
