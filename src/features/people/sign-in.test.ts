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
