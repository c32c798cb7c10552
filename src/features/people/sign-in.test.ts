// Signing in and out over HTTP: cookies, CSRF, throttling, the session operation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace, ensureFirstOwner } from '#features/people/people.ts';
import { OWNER, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let ownerId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  const owner = await ensureFirstOwner(server.services, OWNER);
  ownerId = owner!.userId;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe('the first owner', () => {
  it('is made once', async () => {
    expect(await ensureFirstOwner(server.services, OWNER)).toBeNull();
  });
});

describe('signing in', () => {
  it('sets an httpOnly cookie that opens the session', async () => {
    const browser = server.browser();
    const answer = await browser.signIn('Owner@Example.com', OWNER.password);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('token');
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/);
    expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Lax/);
    const session = await browser.send('GET', '/api/v1/session');
    expect(session.body).toMatchObject({
      user: { id: ownerId, email: OWNER.email, language: null, twoFactorEnabled: false },
      workspaces: [],
      product: { version: expect.stringMatching(/^\d/), simulatorUrl: null },
    });
    await browser.send('POST', '/api/auth/sign-out', {});
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(401);
  });

  it('ends a session on the server, not only in the browser', async () => {
    const browser = server.browser();
    await browser.signIn(OWNER.email, OWNER.password);
    const kept = new Map(browser.cookies);
    await browser.send('POST', '/api/auth/sign-out', {});
    browser.cookies = kept;
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(401);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const wrong = await server.browser('192.0.2.2').signIn(OWNER.email, 'something else');
    const unknown = await server.browser('192.0.2.2').signIn('nobody@example.com', 'something else');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toMatchObject({ code: 'invalid_email_or_password', fields: [] });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('refuses a cookie with a forged signature', async () => {
    const browser = server.browser();
    await browser.signIn(OWNER.email, OWNER.password);
    for (const [name, value] of browser.cookies)
      browser.cookies.set(name, value.replace(/\..*$/, '.c2lnbmF0dXJl'));
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(401);
  });

  it('knows a workspace only when the person belongs to it', async () => {
    const browser = server.browser();
    await browser.signIn(OWNER.email, OWNER.password);
    const id = await addWorkspace(server.services, ownerId, {
      name: 'Bottega Verde',
      country: 'IT',
      language: 'it',
      timeZone: 'Europe/Rome',
      isDemo: false,
    });
    browser.workspace = id;
    expect((await browser.send('GET', '/api/v1/workspace')).body).toMatchObject({
      id,
      timeZone: 'Europe/Rome',
    });
    const { workspaces } = (await browser.send('GET', '/api/v1/session')).body;
    expect(workspaces[0]).toMatchObject({ id, role: 'owner', country: 'IT', language: 'it' });
    expect(workspaces[0].permissions).toContain('owners:write');
    browser.workspace = '01890000-0000-7000-8000-000000000000';
    expect((await browser.send('GET', '/api/v1/workspace')).body.code).toBe('workspace_required');
    browser.workspace = "' or 1=1 --";
    expect((await browser.send('GET', '/api/v1/workspace')).body.code).toBe('workspace_required');
  });
});

describe('a request that changes something', () => {
  const change = async (headers: Record<string, string>) => {
    const browser = server.browser('192.0.2.3');
    await browser.signIn(OWNER.email, OWNER.password);
    return browser.send('PATCH', '/api/v1/session', { name: 'Olga' }, headers);
  };

  it('is accepted from our own pages', async () => {
    expect((await change({ origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    );
    expect((await change({ host: 'localhost:4000', origin: 'http://localhost:4000' })).status).toBe(200);
    expect((await change({})).body.name).toBe('Olga');
  });

  it('is refused from anywhere else', async () => {
    const foreign: Record<string, string>[] = [
      { 'x-rondine-csrf': '' },
      { 'x-rondine-csrf': '0' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign)
      expect(await change(headers)).toMatchObject({
        status: 403,
        body: { code: 'csrf_refused' },
      });
  });

  it('is refused at the sign-in door too, with or without a cookie', async () => {
    const body = { email: OWNER.email, password: OWNER.password };
    const answer = await server
      .browser()
      .send('POST', '/api/auth/sign-in/email', body, { origin: 'https://evil.example' });
    expect(answer.body.code).toBe('csrf_refused');
  });
});

describe('the sign-in door', () => {
  it('has only the addresses that the product uses', async () => {
    const body = { email: 'x@example.com', password: 'a long enough password', name: 'X' };
    for (const path of ['sign-up/email', 'list-sessions', 'delete-user', 'update-user', 'sign-in/social'])
      expect((await server.browser().send('POST', `/api/auth/${path}`, body)).status).toBe(404);
  });

  it('answers bodies that it cannot read with one shape', async () => {
    const send = (payload: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        headers: { 'x-rondine-csrf': '1', 'content-type': 'application/json' },
        payload,
      });
    for (const [payload, status] of [
      ['{', 400],
      ['[]', 400],
      ['null', 400],
      ['{}', 400],
      ['{"email":{"$ne":1},"password":["x"]}', 400],
      [`{"email":"${'x'.repeat(20_000)}"}`, 413],
    ] as const) {
      const answer = await send(payload);
      expect([payload.slice(0, 40), answer.statusCode]).toEqual([payload.slice(0, 40), status]);
      expect(answer.json()).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
        fields: expect.any(Array),
      });
    }
  });
});
