// Two-step verification: set up with an authenticator, asked at sign-in, backup codes for the day it is lost.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addMember, OWNER, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let person: Awaited<ReturnType<typeof addMember>>;
let secret: string;
let backupCodes: string[];

const { password } = OWNER;
const step = (
  path: string,
  body: Record<string, unknown>,
  browser = person as ReturnType<TestServer['browser']>,
) => browser.send('POST', `/api/auth/two-factor/${path}`, body);

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
});
beforeEach(async () => {
  person = await addMember(server, null, 'owner');
  const prepared = await step('enable', { password });
  expect(prepared.status).toBe(200);
  secret = new URL(prepared.body.totpURI).searchParams.get('secret')!;
  ({ backupCodes } = prepared.body);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** What an authenticator shows (RFC 6238: HMAC-SHA-1, 30 seconds, six digits). */
function shown(): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const code = digest.readUInt32BE(digest[19]! & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, '0');
}

it('is on only after a first code was right', async () => {
  const enabled = async () => (await person.send('GET', '/api/v1/session')).body.user.twoFactorEnabled;
  expect(await enabled()).toBe(false);
  const wrong = await step('verify-totp', { code: '000000' });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid_code' } });
  expect((await step('verify-totp', { code: shown() })).status).toBe(200);
  expect(await enabled()).toBe(true);
});

it('stands between the password and the session', async () => {
  await step('verify-totp', { code: shown() });
  const browser = server.browser();
  const first = await browser.signIn(person.email, password);
  expect(first.body).toMatchObject({ twoFactorRedirect: true });
  expect((await browser.send('GET', '/api/v1/session')).status).toBe(401);
  expect((await step('verify-totp', { code: '000000' }, browser)).status).toBe(401);
  expect((await step('verify-totp', { code: shown() }, browser)).status).toBe(200);
  expect((await browser.send('GET', '/api/v1/session')).body.user.id).toBe(person.userId);
});

it('takes each backup code once', async () => {
  await step('verify-totp', { code: shown() });
  const use = async (code: string) => {
    const browser = server.browser();
    await browser.signIn(person.email, password);
    return (await step('verify-backup-code', { code }, browser)).status;
  };
  expect(backupCodes.length).toBeGreaterThan(5);
  expect(await use(backupCodes[0]!)).toBe(200);
  expect(await use(backupCodes[0]!)).toBe(401);
  expect(await use(backupCodes[1]!)).toBe(200);
});

it('locks after ten wrong codes, however many sign-ins they are spread over', async () => {
  await step('verify-totp', { code: shown() });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) {
    const browser = server.browser(`198.51.100.${i}`);
    await browser.signIn(person.email, password);
    for (let j = 0; j < 3; j++)
      statuses.push((await step('verify-totp', { code: '000000' }, browser)).status);
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
  expect(statuses.slice(10)).toEqual([429, 429]);
});

it('is taken off with the password', async () => {
  await step('verify-totp', { code: shown() });
  expect((await step('disable', { password: 'not it' })).status).toBe(400);
  expect((await step('disable', { password })).status).toBe(200);
  expect((await server.browser().signIn(person.email, password)).body.twoFactorRedirect).toBeUndefined();
});

it('keeps its secret encrypted', async () => {
  const rows = await database.db.kysely.selectFrom('two_factors').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(JSON.stringify(rows)).not.toContain(backupCodes[0]);
});
