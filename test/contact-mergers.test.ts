// Two contacts become one: every table that keeps rows of contacts says how they move.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import '#app/features.ts';
import { movedTables, tablesWithoutMerger } from '#features/contacts/contacts.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('every table that references contacts is named by a merger in app/contact-mergers.ts', async () => {
  const left = await database.db.kysely.transaction().execute((tx) => tablesWithoutMerger({ tx }));
  expect(left.map(({ table }) => table)).toEqual([]);
});

/** Tables that name contacts and stay as they are, each with the reason. */
const LEFT_ALONE: Record<string, string> = {
  contact_erasures: 'a contact on its way out',
  limit_places: 'places of a day that were used, whoever the person became',
  pair_debts: 'how fast one wrote to somebody in the last minutes',
};

it('every column that names a contact is moved, or says why it is not', async () => {
  const { rows } = await sql<{ table: string }>`
    select c.table_name as table from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name like '%contact_id'
    group by 1 order by 1`.execute(database.db.kysely);
  const left = rows.map(({ table }) => table).filter((table) => !movedTables().has(table));
  expect(left).toEqual(Object.keys(LEFT_ALONE).sort());
});
