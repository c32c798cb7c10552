// API keys over HTTP: scopes, revocation at once, what is stored, malformed headers.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { shiftClock } from '#kit/clock.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let owner: Awaited<ReturnType<typeof addMember>>;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  owner = await addMember(server, null, 'owner');
  owner.workspace = await addWorkspace(server.services, owner.userId, {
    name: 'Here',
    country: 'IT',
    language: 'en',
    timeZone: 'Europe/Rome',
    isDemo: false,
  });
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function newKey(scopes: string[], headers = {}) {
  const answer = await owner.send('POST', '/api/v1/api-keys', { name: 'Web shop', scopes }, headers);
  expect(answer.status).toBe(201);
  return answer.body as { id: string; secret: string; prefix: string };
}

const call = (method: string, path: string, authorization: string, headers = {}) =>
  server.browser().send(method, path, undefined, { authorization, ...headers });

describe('an API key', () => {
  it('does what its scopes allow, in its workspace, without naming it', async () => {
    const { secret, prefix } = await newKey(['members:read']);
    expect(secret).toMatch(/^rnd_[\w-]{43}$/);
    expect(secret.startsWith(prefix)).toBe(true);
    const members = await call('GET', '/api/v1/members', `Bearer ${secret}`);
    expect(members.body.items).toMatchObject([{ userId: owner.userId }]);
    const refused = await call('GET', '/api/v1/workspace', `bearer ${secret}`);
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const elsewhere = { 'x-workspace': '01890000-0000-7000-8000-000000000000' };
    const other = await call('GET', '/api/v1/members', `Bearer ${secret}`, elsewhere);
    expect(other.body.code).toBe('workspace_required');
  });

  it('is never a person', async () => {
    const { secret } = await newKey(['members:read']);
    expect((await call('GET', '/api/v1/session', `Bearer ${secret}`)).status).toBe(401);
  });

  it('stops working at once when it is revoked', async () => {
    const { id, secret } = await newKey(['members:read']);
    expect((await call('GET', '/api/v1/members', `Bearer ${secret}`)).status).toBe(200);
    await owner.send('DELETE', `/api/v1/api-keys/${id}`);
    expect(await call('GET', '/api/v1/members', `Bearer ${secret}`)).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    const { items } = (await owner.send('GET', '/api/v1/api-keys')).body;
    expect(items.find((key: { id: string }) => key.id === id).revokedAt).not.toBeNull();
  });

  it('notes its last use, at most once a minute', async () => {
    const { id, secret } = await newKey(['members:read']);
    const lastUsed = async () => {
      const { items } = (await owner.send('GET', '/api/v1/api-keys')).body;
      return items.find((key: { id: string }) => key.id === id).lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    await call('GET', '/api/v1/members', `Bearer ${secret}`);
    const first = await lastUsed();
    shiftClock(30_000);
    await call('GET', '/api/v1/members', `Bearer ${secret}`);
    expect(await lastUsed()).toBe(first);
    shiftClock(61_000);
    await call('GET', '/api/v1/members', `Bearer ${secret}`);
    expect(Date.parse(await lastUsed())).toBeGreaterThan(Date.parse(first) + 60_000);
  });

  it('is stored nowhere as it is, also when its making was repeated', async () => {
    const headers = { 'idempotency-key': 'make-key-1' };
    const first = await newKey(['members:read'], headers);
    const second = await newKey(['members:read'], headers);
    expect(second).toEqual(first);
    const { rows } = await database.db.asSystem((tx) =>
      tx
        .selectFrom('idempotency_keys')
        .selectAll()
        .execute()
        .then((rows) => ({ rows })),
    );
    const keys = await database.db.asSystem((tx) => tx.selectFrom('api_keys').selectAll().execute());
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, keys])).not.toContain(first.secret);
  });

  it('cannot be given what is for people only', async () => {
    for (const scope of ['members:write', 'owners:write', 'api_keys:write', 'everything']) {
      const answer = await owner.send('POST', '/api/v1/api-keys', { name: 'X', scopes: [scope] });
      expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'scopes.0' }] } });
    }
  });

  it('is refused in any malformed form, and nothing breaks', async () => {
    const { secret } = await newKey(['members:read']);
    for (const authorization of [
      `Bearer ${secret}x`,
      `Bearer ${secret.slice(0, -1)}`,
      'Bearer rnd_',
      'Bearer',
      'Bearer  ',
      'Basic cm5kOnJuZA==',
      `Bearer ${'x'.repeat(8000)}`,
      `Token ${secret}`,
      'Bearer rnd_\u00ff\u00fe',
    ])
      expect((await call('GET', '/api/v1/members', authorization)).status).toBe(401);
  });
});
