// Invitations: the mail, the link, and who may accept it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { shiftClock } from '#kit/clock.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';

let database: TestDatabase;
let server: TestServer;
let owner: Awaited<ReturnType<typeof addMember>>;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
});
beforeEach(async () => {
  server.services.sent.length = 0;
  owner = await addMember(server, null, 'owner');
  owner.workspace = await addWorkspace(server.services, owner.userId, {
    name: 'Bottega <Verde>',
    country: 'IT',
    language: 'it',
    timeZone: 'Europe/Rome',
    isDemo: false,
  });
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await server.close();
  await database.drop();
});

const invite = (email: string, role = 'chat_operator') =>
  owner.send('POST', '/api/v1/invitations', { email, role });

/** The token in the newest mail to `email`. */
async function tokenOf(email: string): Promise<string> {
  await runJobs(database, server.services);
  const mail = server.services.sent.findLast((each) => each.to === email);
  return /invitation\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

describe('an invitation', () => {
  it('is mailed in the workspace’s language and accepted with name and password', async () => {
    const sent = await invite('Anna@Example.com', 'chat_manager');
    expect(sent).toMatchObject({
      status: 201,
      body: { email: 'anna@example.com', link: null, expired: false },
    });
    const token = await tokenOf('anna@example.com');
    const mail = server.services.sent[0]!;
    expect(mail.subject).toContain('ti invita in Bottega <Verde>');
    expect(mail.html).toContain('Bottega &lt;Verde&gt;');

    const anna = server.browser();
    const seen = await anna.send('POST', '/api/v1/invitations/look-up', { token });
    expect(seen.body).toMatchObject({ email: 'anna@example.com', role: 'chat_manager', hasAccount: false });
    const weak = await anna.send('POST', '/api/v1/invitations/accept', { token, password: 'short' });
    expect(weak.body.fields.map((f: { path: string }) => f.path)).toEqual(['name', 'password']);
    const password = 'basil and mozzarella';
    const accepted = await anna.send('POST', '/api/v1/invitations/accept', { token, name: 'Anna', password });
    expect(accepted.body).toEqual({ workspaceId: owner.workspace, email: 'anna@example.com' });
    await anna.signIn('anna@example.com', password);
    const { body } = await anna.send('GET', '/api/v1/session');
    expect(body.workspaces).toMatchObject([{ id: owner.workspace, role: 'chat_manager' }]);

    const again = await anna.send('POST', '/api/v1/invitations/accept', { token });
    expect(again.body.code).toBe('invitation_invalid');
    expect((await owner.send('GET', '/api/v1/invitations')).body.items).toEqual([]);
    const { items } = (await owner.send('GET', '/api/v1/audit')).body;
    expect(items.map((entry: { action: string }) => entry.action)).toEqual([
      'member.joined',
      'invitation.sent',
    ]);
  });

  it('is accepted once, also by two at the same moment', async () => {
    await invite('twice@example.com');
    const token = await tokenOf('twice@example.com');
    const body = { token, name: 'Twice', password: 'basil and mozzarella' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.browser().send('POST', '/api/v1/invitations/accept', body)),
    );
    expect(answers.map((answer) => answer.status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.every((answer) => answer.status < 500)).toBe(true);
  });

  it('to somebody with an account is accepted signed in, and by nobody else', async () => {
    const known = await addMember(server, null, 'owner');
    await invite(known.email);
    const token = await tokenOf(known.email);
    const stranger = server.browser();
    expect((await stranger.send('POST', '/api/v1/invitations/look-up', { token })).body.hasAccount).toBe(
      true,
    );
    const refused = await stranger.send('POST', '/api/v1/invitations/accept', {
      token,
      name: 'X',
      password: 'basil and cheese',
    });
    expect(refused).toMatchObject({ status: 401, body: { code: 'sign_in_to_accept' } });
    const other = await addMember(server, null, 'owner');
    const wrong = await other.send('POST', '/api/v1/invitations/accept', { token });
    expect(wrong.body.code).toBe('invitation_of_another');
    const right = await known.send('POST', '/api/v1/invitations/accept', { token });
    expect(right.status).toBe(200);
    expect((await invite(known.email)).body.code).toBe('member_exists');
  });

  it('ends after seven days, is sent again with a new link, and taken back', async () => {
    const { id } = (await invite('late@example.com')).body;
    expect((await invite('late@example.com')).body.code).toBe('invitation_exists');
    const first = await tokenOf('late@example.com');
    shiftClock(8 * 86_400_000);
    const lookUp = (token: string) => server.browser().send('POST', '/api/v1/invitations/look-up', { token });
    expect((await lookUp(first)).body.code).toBe('invitation_invalid');
    expect((await owner.send('GET', '/api/v1/invitations')).body.items).toMatchObject([{ expired: true }]);
    await owner.send('POST', `/api/v1/invitations/${id}/resend`, {});
    const second = await tokenOf('late@example.com');
    expect(second).not.toBe(first);
    expect((await lookUp(second)).status).toBe(200);
    expect((await lookUp(first)).status).toBe(404);
    expect((await owner.send('DELETE', `/api/v1/invitations/${id}`)).body).toEqual({ done: true });
    expect((await lookUp(second)).status).toBe(404);
    expect((await owner.send('DELETE', `/api/v1/invitations/${id}`)).status).toBe(404);
  });

  it('whose time is over makes room for a new one', async () => {
    await invite('slow@example.com');
    shiftClock(8 * 86_400_000);
    expect((await invite('slow@example.com', 'administrator')).status).toBe(201);
    expect((await owner.send('GET', '/api/v1/invitations')).body.items).toMatchObject([
      { role: 'administrator' },
    ]);
  });

  it('gives its link to hand over where there is no mail server', async () => {
    const silent = await testServer(database, { mail: { ready: false, send: async () => {} } });
    const browser = silent.browser();
    browser.cookies = owner.cookies;
    browser.workspace = owner.workspace;
    const answer = await browser.send('POST', '/api/v1/invitations', {
      email: 'hand@example.com',
      role: 'administrator',
    });
    expect(answer.body.link).toMatch(/\/invitation\?token=[\w-]{43}$/);
    await silent.close();
  });
});
