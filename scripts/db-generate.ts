// npm run db:generate — writes src/db/schema.sql and src/db/tables.generated.ts from a freshly migrated database;
// with --check it only says whether they are fresh.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpSchema } from '#db/dump-schema.ts';
import { startEmbedded, THROWAWAY } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { prepareServer } from '#db/prepare-server.ts';

const SCHEMA = 'src/db/schema.sql';
const TABLES = 'src/db/tables.generated.ts';

const check = process.argv.includes('--check');
const folder = mkdtempSync(join(tmpdir(), 'rondine-generate-'));
const server = await startEmbedded(join(folder, 'data'), THROWAWAY);
try {
  const url = await prepareServer(server.adminUrl);
  await migrate(url);
  const tables = join(folder, 'tables.ts');
  execFileSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      '--dialect',
      'postgres',
      '--url',
      url,
      '--out-file',
      tables,
      '--exclude-pattern',
      '{graphile_worker.*,schema_migrations}',
      '--numeric-parser',
      'number',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // Our connections read int8 as numbers.
  const types = readFileSync(tables, 'utf8').replace(
    /export type Int8 = .*;/,
    'export type Int8 = ColumnType<number, number | string | bigint, number | string | bigint>;',
  );
  const fresh = [keep(SCHEMA, await dumpSchema(url)), keep(TABLES, types)];
  if (check && fresh.includes(false)) {
    console.error('The generated database files are stale: run npm run db:generate.');
    process.exitCode = 1;
  }
} finally {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}

/** True when the file already held `text`; otherwise writes it, unless only checking. */
function keep(path: string, text: string): boolean {
  const same = readSafely(path) === text;
  if (!same && !check) writeFileSync(path, text);
  return same;
}

function readSafely(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
