// Hostile callers: ids of another workspace in every place that takes one, and nasty values everywhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { setLogLevel } from '#kit/log.ts';
import { goodInput, type Input, nastyInputs, operations, replaced } from './support/nasty-inputs.ts';
import { eventually } from './support/product.ts';
import { type Answer, addMember, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { everythingIn, KINDS, type Kind, type WorldIds, worldOfRows } from './support/world-of-rows.ts';

type Member = Awaited<ReturnType<typeof addMember>>;
type Side = { id: string; owner: Member; ids: WorldIds };

const OTHERS_MARK = 'theirs_only';
let database: TestDatabase;
let server: TestServer;
let ours: Side;
let theirs: Side;
/** What is theirs, once all that came of making it is done: it stays so. */
let everything: Record<string, string>;

beforeAll(async () => {
  setLogLevel('error');
  database = await createTestDatabase();
  server = await testServer(database);
  ours = await side('ours_only');
  theirs = await side(OTHERS_MARK, { oneId: true });
  const undispatched = () =>
    database.db.asSystem((tx) => tx.selectFrom('events').select('id').where('seq', 'is', null).execute());
  await eventually(async () => (await undispatched()).length === 0);
  everything = await everythingIn(server.services, theirs.id);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function side(name: string, options = {}): Promise<Side> {
  const owner = await addMember(server, null, 'owner');
  const settings = { country: 'IT', language: 'en', timeZone: 'Europe/Rome', isDemo: false };
  const id = await addWorkspace(server.services, owner.userId, { name, ...settings });
  owner.workspace = id;
  return { id, owner, ids: await worldOfRows(server.services, id, name, owner.userId, options) };
}

const FEATURE: Record<string, Kind> = { members: 'users', conversations: 'conversations' };

/** What kind of thing the id in `field` of an operation of `feature` names. */
function kindOf(feature: string, field: string): Kind {
  const noun = field
    .replace(/^(with|without|except|into|other|reply|reply_)?/i, '')
    .replace(/Ids?$|^id$/i, '');
  const byNoun = KINDS.find((kind) => kind.toLowerCase() === `${noun.toLowerCase().replace(/^to/, '')}s`);
  return byNoun ?? FEATURE[feature] ?? KINDS.find((kind) => kind === feature) ?? 'contacts';
}

let from = 0;

/** As the web client sends it: path, then query or body. */
async function call(member: Member, method: string, path: string, input: Input): Promise<Answer> {
  const rest = { ...input };
  const address = path.replaceAll(/\{\+?([^}]+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return encodeURIComponent(text.replaceAll('\ud800', '')) || '%20';
  });
  // Another address now and then: the limit of requests is not what is tried here.
  from += 1;
  const headers = { 'x-forwarded-for': `198.51.${(from >> 18) & 255}.${(from >> 10) & 255}` };
  if (method !== 'GET' && method !== 'DELETE') return member.send(method, address, rest, headers);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) addToQuery(query, name, value);
  return member.send(method, `${address}?${query}`.slice(0, 15_000), undefined, headers);
}

function addToQuery(query: URLSearchParams, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) addToQuery(query, `${name}[${key}]`, inner);
  else query.append(name, String(value));
}

/** The session's own operations would change who we are. */
const tried = operations.filter(({ name }) => !name.startsWith('session.'));

/** With a place for an id. */
const namesThings = tried.filter(({ schema }) =>
  goodInput(schema, () => '').places.some((place) => place.schema.format === 'uuid'),
);

describe('ids of another workspace', () => {
  it.each(namesThings)('get nothing out of $name, and change nothing there', async (operation) => {
    const { feature, method, path, schema } = operation;
    const { input, places } = goodInput(schema, (field) => ours.ids[kindOf(feature, field)]);
    const inputs = places
      .filter((place) => place.schema.format === 'uuid')
      .map((place) => replaced(input, place.path, theirs.owner.userId));
    for (const each of inputs) {
      const answer = await call(ours.owner, method, path, each);
      expect(answer.status, JSON.stringify([each, answer.body])).toBeLessThan(500);
      expect(JSON.stringify(answer.body)).not.toContain(OTHERS_MARK);
      if (path.includes('{id}') && !Object.values(ours.ids).includes(String(each.id)) && method === 'GET')
        expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect(await everythingIn(server.services, theirs.id)).toEqual(everything);
  });
});

describe('nasty values', () => {
  it.each(tried)('make no bug in $name', async (operation) => {
    const { feature, method, path, schema } = operation;
    const { input, places } = goodInput(schema, (field) => ours.ids[kindOf(feature, field)]);
    const bugs: string[] = [];
    for (const each of nastyInputs(schema, input, places)) {
      const answer = await call(ours.owner, method, path, each);
      if (answer.status === 401) throw new Error(`signed out: ${JSON.stringify(answer.body)}`);
      if (answer.status === 500) bugs.push(JSON.stringify(each).slice(0, 300));
      else if (answer.status >= 400)
        expect(answer.body).toEqual({
          code: expect.any(String),
          message: expect.any(String),
          fields: expect.any(Array),
          details: expect.any(Object),
          requestId: expect.any(String),
        });
    }
    expect(bugs).toEqual([]);
  });
});
