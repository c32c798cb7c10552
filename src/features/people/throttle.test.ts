// Guessing passwords: slowed down by account and address, with the time to wait, in rows.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { ensureFirstOwner } from '#features/people/people.ts';
import { shiftClock } from '#kit/clock.ts';
import { OWNER, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  await ensureFirstOwner(server.services, OWNER);
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await server.close();
  await database.drop();
});

const guess = (from: string, email = OWNER.email) => server.browser(from).signIn(email, 'not the password');

it('stops the eleventh guess of one address at one account, and says how long to wait', async () => {
  for (let i = 0; i < 10; i++) expect((await guess('198.51.100.1')).status).toBe(401);
  const stopped = await guess('198.51.100.1');
  expect(stopped).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  const wait = Number(stopped.headers['retry-after']);
  expect(wait).toBeGreaterThan(840);
  expect(wait).toBeLessThanOrEqual(900);

  // Not even the right password, spelled as one likes; but the person at home comes in.
  const { email, password } = OWNER;
  expect((await server.browser('198.51.100.1').signIn(email.toUpperCase(), password)).status).toBe(429);
  expect((await server.browser('203.0.113.9').signIn(email, password)).status).toBe(200);

  // It is in rows: another process, started later, knows it; and it passes.
  const restarted = await testServer(database);
  expect((await restarted.browser('198.51.100.1').signIn(email, password)).status).toBe(429);
  await restarted.close();
  shiftClock(901_000);
  expect((await server.browser('198.51.100.1').signIn(email, password)).status).toBe(200);
});

it('forgets an account’s failures when the person signs in', async () => {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) expect((await guess('198.51.100.2')).status).toBe(401);
    expect((await server.browser('198.51.100.2').signIn(OWNER.email, OWNER.password)).status).toBe(200);
  }
});

it('stops many addresses that guess at one account together', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      guess(`203.0.113.${i}`, 'somebody@example.com').then((a) => a.status),
    ),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
});

it('keeps neither addresses nor e-mails', async () => {
  const rows = await database.db.kysely.selectFrom('throttles').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/example\.com|198\.51|203\.0/);
});
