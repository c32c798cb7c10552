// Hostile callers at the routes that are not operations: uploads, downloads, exports, media, the live stream.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { setLogLevel } from '#kit/log.ts';
import { addMember, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { everythingIn, type WorldIds, worldOfRows } from './support/world-of-rows.ts';

type Member = Awaited<ReturnType<typeof addMember>>;
let database: TestDatabase;
let server: TestServer;
let owner: Member;
let operator: Member;
let ids: WorldIds;
let theirs: WorldIds;
let theirWorkspace: string;

beforeAll(async () => {
  setLogLevel('silent');
  database = await createTestDatabase();
  server = await testServer(database);
  const settings = { country: 'IT', language: 'en', timeZone: 'Europe/Rome', isDemo: false };
  owner = await addMember(server, null, 'owner');
  owner.workspace = await addWorkspace(server.services, owner.userId, { name: 'Ours', ...settings });
  operator = await addMember(server, owner.workspace, 'chat_operator');
  ids = await worldOfRows(server.services, owner.workspace, 'ours_only', owner.userId);
  const other = await addMember(server, null, 'owner');
  theirWorkspace = await addWorkspace(server.services, other.userId, { name: 'Theirs', ...settings });
  theirs = await worldOfRows(server.services, theirWorkspace, 'theirs_only', other.userId);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Sends bytes, as the web client does. */
async function upload(path: string, bytes: string | Buffer, headers: Record<string, string> = {}) {
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await server.app.inject({
    method: 'POST',
    url: path,
    payload: bytes,
    headers: { cookie, 'x-rondine-csrf': '1', 'x-workspace': owner.workspace!, ...headers },
  });
  return { status: answer.statusCode, body: answer.json() };
}

const NASTY = [
  'x',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%ff',
  '00000000-0000-0000-0000-000000000000',
  '%E2%80%AE',
];
const DOWNLOADS = (id: string) => [
  `/api/v1/campaigns/${id}/recipients.csv`,
  `/api/v1/campaigns/${id}/plan.csv`,
  `/api/v1/imports/${id}/rejected.csv`,
  `/api/v1/deals/imports/${id}/rejected.csv`,
  `/api/v1/messages/${id}/media`,
  `/api/v1/messages/${id}/ad-picture`,
  `/api/v1/templates/media/${id}`,
];

describe('downloads', () => {
  it.each(DOWNLOADS('ID'))('%s answers ids that are none, and those of others, alike', async (path) => {
    for (const id of [...NASTY, ...Object.values(theirs)]) {
      const answer = await owner.send('GET', path.replace('ID', id));
      expect([id, answer.status]).toEqual([id, expect.toBeOneOf([400, 404])]);
      expect(answer.body).toMatchObject({ code: expect.toBeOneOf(['bad_input', 'not_found']) });
    }
  });

  it.each([
    ['/api/v1/contacts/export.csv?filter=x', 400],
    ['/api/v1/contacts/export.csv?filter=[]', 400],
    ['/api/v1/contacts/export.csv?filter=%7B%22search%22%3A%22%5Cu0000%22%7D', 400],
    ['/api/v1/contacts/export.csv?filter=%7B%22createdFrom%22%3A%220000-01-01T00%3A00%3A00Z%22%7D', 400],
    ['/api/v1/contacts/export.csv?filter=1&filter=2', 400],
    ['/api/v1/campaigns/CAMPAIGN/recipients.csv?filter=nobody', 400],
    ['/api/v1/campaigns/CAMPAIGN/recipients.csv?filter=failed&filter=read', 400],
    ['/api/v1/campaigns/statistics.csv?state=gone', 400],
    ['/api/v1/campaigns/statistics.csv?search=%00', 400],
    ['/api/v1/campaigns/statistics.csv?search=a&search=b', 400],
    ['/api/v1/campaigns/statistics.csv?ids=x', 400],
    ['/api/v1/deals/export.csv?filter=x', 400],
    ['/api/v1/deals/export.csv?filter=[]', 400],
    ['/api/v1/deals/export.csv?filter=%7B%22search%22%3A%22%5Cu0000%22%7D', 400],
    ['/api/v1/deals/export.csv?filter=%7B%22createdFrom%22%3A%220000-01-01%22%7D', 400],
    ['/api/v1/deals/export.csv?filter=1&filter=2', 400],
    ['/api/v1/live?after=99999999999999999999&workspace=x', 403],
  ])('%s is refused in words', async (path, status) => {
    const headers: Record<string, string> = path.includes('workspace=') ? { 'x-workspace': 'x' } : {};
    const answer = await owner.send('GET', path.replace('CAMPAIGN', ids.campaigns), undefined, headers);
    expect([answer.status, answer.body]).toEqual([
      status,
      expect.objectContaining({ code: expect.any(String), message: expect.any(String) }),
    ]);
  });

  it('give a chat operator nothing that is not theirs', async () => {
    for (const path of [
      ...DOWNLOADS(ids.messages),
      ...DOWNLOADS(ids.campaigns),
      '/api/v1/contacts/export.csv',
      '/api/v1/campaigns/statistics.csv',
      '/api/v1/deals/export.csv',
    ])
      expect((await operator.send('GET', path)).status).toBeGreaterThanOrEqual(400);
    const filter = JSON.stringify({ listIds: [ids.lists], tagIds: [ids.tags] });
    expect((await operator.send('GET', '/api/v1/contacts')).body.items).toEqual([]);
    expect((await operator.send('GET', '/api/v1/contacts/count')).body).toEqual({ count: 0 });
    expect((await operator.send('GET', '/api/v1/conversations')).body.items).toEqual([]);
    expect((await operator.send('GET', '/api/v1/conversations?search=ours_only')).body.items).toEqual([]);
    for (const path of [
      `/api/v1/contacts/${ids.contacts}`,
      `/api/v1/contacts/${ids.contacts}/consent-changes`,
      `/api/v1/conversations/${ids.conversations}`,
      `/api/v1/conversations/${ids.conversations}/messages`,
    ])
      expect([path, (await operator.send('GET', path)).status]).toEqual([path, 404]);
    const tag = { selection: { filter: JSON.parse(filter) }, tagIds: [ids.tags] };
    expect((await operator.send('POST', '/api/v1/contacts/remove-tags', tag)).body).toEqual({ affected: 0 });
  });
});

describe('uploads', () => {
  const csv = 'phone\n+393331112233\n';
  it.each([
    ['/api/v1/imports?fileName=%00', csv, 201],
    ['/api/v1/imports?fileName=a&fileName=b', csv, 400],
    [`/api/v1/imports?fileName=${'x'.repeat(5_000)}`, csv, 201],
    ['/api/v1/imports?fileName=..%2f..%2fx%22%0d%0aset-cookie:%20a=b.csv', csv, 201],
    ['/api/v1/imports', '', 400],
    ['/api/v1/imports', 'x'.repeat(3_000_000), 201],
    ['/api/v1/imports', '\n'.repeat(1_000_000), 201],
    ['/api/v1/imports', `"${'a,b\n'.repeat(200_000)}`, 201],
    ['/api/v1/imports', Buffer.from([0xef, 0xbb, 0xbf]), 201],
    ['/api/v1/templates/media?kind=image&name=a&name=b', 'x', 400],
    ['/api/v1/templates/media?kind=image&name=%00', 'x', 400],
    ['/api/v1/templates/media?kind=exe', 'x', 400],
    ['/api/v1/conversations/x/files?name=a', 'x', 404],
    ['/api/v1/deals/imports?existing=both', 'contacts\nx', 400],
    ['/api/v1/deals/imports?existing=skip&existing=skip', 'contacts\nx', 400],
    ['/api/v1/deals/imports', '', 400],
    ['/api/v1/deals/imports', '\n'.repeat(1_000_000), 400],
    ['/api/v1/deals/imports', Buffer.from([0xef, 0xbb, 0xbf]), 400],
    ['/api/v1/deals/imports', `"${'a,b\n'.repeat(200_000)}`, 400],
    ['/api/v1/deals/imports', 'x'.repeat(3_000_000), 400],
    ['/api/v1/deals/imports', 'contacts\n"\u0000,\u0000\n', 201],
  ])('%s is taken or refused in words', async (path, bytes, status) => {
    const answer = await upload(path, bytes);
    expect([answer.status, answer.body.code]).toEqual([
      expect.toBeOneOf([status, 400]),
      answer.status < 300 ? undefined : expect.any(String),
    ]);
    if (answer.status !== 201 || !path.includes('imports')) return;
    const imports = path.split('?')[0];
    const rejected = await owner.send('GET', `${imports}/${answer.body.id}/rejected.csv`);
    expect(rejected.status).toBe(200);
    expect(rejected.headers['set-cookie']).toBeUndefined();
  });

  it('to a conversation of others change nothing there', async () => {
    // Events get their numbers meanwhile.
    const everything = async () => ({ ...(await everythingIn(server.services, theirWorkspace)), events: '' });
    const before = await everything();
    expect((await upload(`/api/v1/conversations/${theirs.conversations}/files?name=a`, 'x')).status).toBe(
      404,
    );
    expect(await everything()).toEqual(before);
  });

  it('by a cookie alone, from another site, are refused', async () => {
    for (const path of ['/api/v1/imports', '/api/v1/templates/media?kind=image', '/api/v1/deals/imports'])
      expect(await upload(path, csv, { 'x-rondine-csrf': '' })).toMatchObject({
        status: 403,
        body: { code: 'csrf_refused' },
      });
  });
});
