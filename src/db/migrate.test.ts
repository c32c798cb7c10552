// What a database must be before anything is made in it.
import pg from 'pg';
import { expect, inject, it } from 'vitest';
import { migrate } from './migrate.ts';

it('refuses a new database that does not know the letters of every language, and says which to make', async () => {
  const url = new URL(inject('adminUrl'));
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const name = 'rondine_test_of_plain_letters';
  await client.query(
    `create database ${name} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  try {
    url.pathname = `/${name}`;
    await expect(migrate(url.href)).rejects.toThrow(
      /locale C,.*\n {2}create database .* lc_ctype 'C.UTF-8';/,
    );
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
});
