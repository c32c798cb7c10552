// What a database must be before anything is made in it.
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { migrate, migrations } from './migrate.ts';

const NAME = 'rondine_test_of_plain_letters';
let admin: pg.Client;
let url: string;

beforeAll(async () => {
  const address = new URL(inject('adminUrl'));
  admin = new pg.Client({ connectionString: address.href });
  await admin.connect();
  await admin.query(
    `create database ${NAME} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  address.pathname = `/${NAME}`;
  url = address.href;
});
afterAll(async () => {
  await admin.query(`drop database ${NAME} with (force)`);
  await admin.end();
});

it('refuses a new database that does not know the letters of every language, and says which to make', async () => {
  await expect(migrate(url)).rejects.toThrow(/locale C,.*\n {2}create database .* lc_ctype 'C.UTF-8';/);
});

it('goes on with one that is in use already', async () => {
  setLogLevel('silent');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table schema_migrations (
    version int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  await client.end();
  expect(await migrate(url)).toHaveLength(migrations().length);
});
