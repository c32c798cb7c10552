// Two contacts become one: every table that keeps rows of contacts says how they move.
import { afterAll, beforeAll, expect, it } from 'vitest';
import '#app/features.ts';
import { tablesWithoutMerger } from '#features/contacts/contacts.ts';
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
