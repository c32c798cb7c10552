// Passwords: their rules, changing one, and choosing a new one by mail.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passwordFault } from '#features/people/auth/password-rule.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, OWNER, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let person: Awaited<ReturnType<typeof addMember>>;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
});
beforeEach(async () => {
  person = await addMember(server, null, 'owner');
  server.services.sent.length = 0;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const auth = (path: string, body: Record<string, unknown>, browser = server.browser()) =>
  browser.send('POST', `/api/auth/${path}`, body);

async function linkInMail(): Promise<string> {
  await runJobs(database, server.services);
  return /reset-password\?token=([\w-]+)/.exec(server.services.sent.at(-1)?.text ?? '')?.[1] ?? '';
}

describe('a password', () => {
  it.each([
    ['short', 'x@example.com'],
    ['password123', 'x@example.com'],
    ['PASSWORD123', 'x@example.com'],
    ['aaaaaaaaaaaaaaaa', 'x@example.com'],
    ['somebody@example.com', 'somebody@example.com'],
    ['x'.repeat(129), 'x@example.com'],
  ])('%s is refused', (password, email) => {
    expect(passwordFault(password, email, 'password')?.path).toBe('password');
  });

  it('may be any long phrase', () => {
    expect(passwordFault('tre tigri contro tre tigri', 'x@example.com', 'password')).toBeNull();
  });

  it('is changed by who knows the present one; other sessions end', async () => {
    const other = server.browser();
    await other.signIn(person.email, OWNER.password);
    const body = { newPassword: 'basil and mozzarella', revokeOtherSessions: true };
    const wrong = await auth('change-password', { ...body, currentPassword: 'not it' }, person);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid_password' } });
    const weak = await auth('change-password', { currentPassword: OWNER.password, newPassword: 'x' }, person);
    expect(weak.body.fields).toMatchObject([{ path: 'newPassword' }]);
    expect((await auth('change-password', { ...body, currentPassword: OWNER.password }, person)).status).toBe(
      200,
    );
    expect((await person.send('GET', '/api/v1/session')).status).toBe(200);
    expect((await other.send('GET', '/api/v1/session')).status).toBe(401);
    expect((await other.signIn(person.email, OWNER.password)).status).toBe(401);
    expect((await other.signIn(person.email, 'basil and mozzarella')).status).toBe(200);
  });
});

describe('choosing a new password by mail', () => {
  it('ends every session, works once, and tells the person', async () => {
    await person.send('PATCH', '/api/v1/session', { language: 'es' });
    expect((await auth('request-password-reset', { email: person.email })).status).toBe(200);
    const token = await linkInMail();
    expect(server.services.sent[0]).toMatchObject({
      to: person.email,
      subject: 'Elige una contraseña nueva',
    });
    const newPassword = 'basil and mozzarella';
    expect((await auth('reset-password', { token, newPassword: 'password123' })).status).toBe(400);
    expect((await auth('reset-password', { token, newPassword })).status).toBe(200);
    expect((await person.send('GET', '/api/v1/session')).status).toBe(401);
    expect((await server.browser().signIn(person.email, newPassword)).status).toBe(200);
    const again = await auth('reset-password', { token, newPassword: 'another long phrase' });
    expect(again).toMatchObject({ status: 400, body: { code: 'invalid_token' } });
    await runJobs(database, server.services);
    expect(server.services.sent.at(-1)?.subject).toBe('Tu contraseña ha cambiado');
  });

  it('says the same for an address without an account, and sends nothing', async () => {
    const known = await auth('request-password-reset', { email: person.email });
    await linkInMail();
    server.services.sent.length = 0;
    const unknown = await auth('request-password-reset', { email: 'nobody@example.com' });
    expect(unknown.body).toEqual(known.body);
    await runJobs(database, server.services);
    expect(server.services.sent).toEqual([]);
  });

  it('leaves neither token nor link readable in the database', async () => {
    await auth('request-password-reset', { email: person.email });
    const rows = await database.db.kysely.selectFrom('verifications').selectAll().execute();
    const token = await linkInMail();
    expect(token).not.toBe('');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
