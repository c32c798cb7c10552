// The HTTP door as a whole: security headers, cookies, the one shape of errors, idempotency keys, rate limits.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_MINUTE } from '#api/server.ts';
import { addWorkspace } from '#features/people/people.ts';
import { shiftClock } from '#kit/clock.ts';
import { runJobs } from './support/jobs.ts';
import { type Answer, addMember, OWNER, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let owner: Awaited<ReturnType<typeof addMember>>;

const ERROR = {
  code: expect.any(String),
  message: expect.any(String),
  fields: expect.any(Array),
  details: expect.any(Object),
  requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
};

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
afterAll(async () => {
  shiftClock(0);
  await server.close();
  await database.drop();
});

describe('security headers', () => {
  it('come with every answer', async () => {
    for (const path of ['/api/v1/session', '/healthz', '/nowhere', '/api/v1/openapi.json']) {
      const { headers } = await server.browser().send('GET', path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });

  it('ask for https, and cookies are Secure, where the product is reached by https', async () => {
    const secure = await testServer(database, { publicUrl: 'https://rondine.example.com' });
    const browser = secure.browser();
    const answer = await browser.signIn(owner.email, OWNER.password);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-rondine\.session_token=.*; Secure/);
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(200);
    await secure.close();
  });
});

describe('errors', () => {
  it('have one shape, whatever is wrong', async () => {
    const wrong: [method: string, path: string, body: unknown, status: number, code: string][] = [
      ['GET', '/nowhere', undefined, 404, 'not_found'],
      ['GET', '/api/v1/nowhere', undefined, 404, 'not_found'],
      ['GET', '/api/v1/members?limit=1000', undefined, 400, 'bad_input'],
      ['GET', '/api/v1/members?cursor=xyz', undefined, 400, 'bad_input'],
      ['DELETE', '/api/v1/api-keys/not-an-id', undefined, 400, 'bad_input'],
      ['DELETE', '/api/v1/api-keys/01890000-0000-7000-8000-000000000000', undefined, 404, 'not_found'],
      ['PATCH', '/api/v1/workspace', { name: '' }, 400, 'bad_input'],
      ['GET', '/api/v1/tags?search=%00', undefined, 400, 'bad_input'],
    ];
    for (const [method, path, body, status, code] of wrong) {
      const answer = await owner.send(method, path, body);
      expect([path, answer.status, answer.body]).toEqual([path, status, { ...ERROR, code }]);
      expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
    }
  });

  it('name the fields at fault', async () => {
    const { body } = await owner.send('POST', '/api/v1/invitations', { email: 'no', role: 'king' });
    expect(body.fields.map((f: { path: string }) => f.path)).toEqual(['email', 'role']);
    expect(body.fields[0].message).toContain('name@example.com');
  });

  it('come as such for bodies that are not JSON, or too long', async () => {
    const send = (payload: string | Buffer) =>
      server.app.inject({
        method: 'PATCH',
        url: '/api/v1/workspace',
        headers: {
          'x-rondine-csrf': '1',
          'x-workspace': owner.workspace!,
          cookie: [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'content-type': 'application/json',
        },
        payload,
      });
    const wrong: [payload: string | Buffer, status: number, code: string][] = [
      ['{"name":', 400, 'bad_input'],
      ['"text"', 400, 'bad_input'],
      ['[1]', 400, 'bad_input'],
      [Buffer.from([0x7b, 0x22, 0xff, 0xfe]), 400, 'bad_input'],
      ['{"name":"\\u0000"}', 400, 'bad_input'],
      [`{"name":"${'x'.repeat(2_000_000)}"}`, 413, 'too_large'],
    ];
    for (const [payload, status, code] of wrong) {
      const answer = await send(payload);
      expect([payload.slice(0, 20), answer.statusCode, answer.json()]).toEqual([
        payload.slice(0, 20),
        status,
        { ...ERROR, code },
      ]);
    }
  });
});

describe('idempotency keys', () => {
  const create = (key: string, name: string, as = owner) =>
    as.send('POST', '/api/v1/api-keys', { name, scopes: ['members:read'] }, { 'idempotency-key': key });
  const count = async () => (await owner.send('GET', '/api/v1/api-keys?limit=200')).body.items.length;

  it('make one of several calls at the same moment', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('same-moment', 'One')));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('are refused with another body, or from somebody else', async () => {
    await create('other-body', 'One');
    expect(await create('other-body', 'Two')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    const colleague = await addMember(server, owner.workspace!, 'administrator');
    expect((await create('other-body', 'One', colleague)).status).toBe(422);
  });

  it('do not mix operations', async () => {
    const headers = { 'idempotency-key': 'two-operations' };
    const body = { email: 'new@example.com', role: 'administrator', name: 'X', scopes: ['members:read'] };
    const invited = await owner.send('POST', '/api/v1/invitations', body, headers);
    const key = await owner.send('POST', '/api/v1/api-keys', body, headers);
    expect(invited.body).toMatchObject({ email: 'new@example.com' });
    expect(key.body).toMatchObject({ secret: expect.any(String) });
  });

  it('of a call that failed can be used again', async () => {
    const invite = (email: string) =>
      owner.send(
        'POST',
        '/api/v1/invitations',
        { email, role: 'administrator' },
        { 'idempotency-key': 'failed' },
      );
    expect((await invite(owner.email)).body.code).toBe('member_exists');
    expect((await invite('other@example.com')).status).toBe(201);
  });

  it('are forgotten after a day', async () => {
    const first = await create('a-day', 'One');
    shiftClock(25 * 3_600_000);
    const { db } = server.services;
    await db.pool.query(`select enqueue_job('people.forget-ended', '{}', null, 1, null, null, 0)`);
    await runJobs(database, server.services);
    expect((await create('a-day', 'One')).body.id).not.toBe(first.body.id);
    shiftClock(0);
  });

  it('have a sensible length', async () => {
    expect((await create('x'.repeat(201), 'One')).status).toBe(400);
  });
});

describe('the rate limit', () => {
  it('stops an address that asks without pause, and says how long to wait', async () => {
    const greedy = server.browser('198.51.100.77');
    const answers: Answer[] = [];
    for (let i = 0; i < REQUESTS_PER_MINUTE + 10; i++) answers.push(await greedy.send('GET', '/healthz'));
    const stopped = answers.filter((answer) => answer.status === 429);
    expect(stopped).toHaveLength(10);
    expect(stopped[0]!.body).toEqual({ ...ERROR, code: 'rate_limited' });
    expect(Number(stopped[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect((await server.browser('198.51.100.78').send('GET', '/healthz')).status).toBe(200);
  });
});
