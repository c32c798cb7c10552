// The live stream over real connections: order, reconnects without loss, permissions, revocation.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#events/publish.ts';
import { raise } from '#events/signals.ts';
import { NOTIFIED_SIGNAL } from '#features/notifications/notifications.ts';
import { addWorkspace } from '#features/people/people.ts';
import { now, sleep } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { addMember, type TestServer, testServer } from './support/server.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

type Person = Awaited<ReturnType<typeof addMember>>;
type Heard = { id: number; event: string; subjectId: string | undefined; conversationId?: string };

let database: TestDatabase;
let server: TestServer;
let address: string;
let owner: Person;
const open = new Set<AbortController>();

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  address = await server.listen();
  owner = await addMember(server, null, 'owner');
  owner.workspace = await addWorkspace(server.services, owner.userId, {
    name: 'Here',
    country: 'IT',
    language: 'en',
    timeZone: 'Europe/Rome',
    isDemo: false,
  });
});
afterEach(() => {
  for (const each of open) each.abort();
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Publishes `count` events, each in a transaction of its own; answers their subjects in order. */
async function happen(count: number): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => newId());
  for (const subject of subjects)
    await server.services.db.inWorkspace(owner.workspace!, (tx) =>
      publish(
        { tx, workspaceId: owner.workspace!, actor: { kind: 'system', name: 'test' }, now: now() },
        'workspace.changed',
        subject,
        {},
      ),
    );
  return subjects;
}

/** Listens as a browser does: workspace in the query, place in Last-Event-ID. */
async function listenAs(
  person: Person,
  place?: number,
  query = `?workspace=${owner.workspace}`,
  apiKey?: string,
  at = address,
) {
  const stop = new AbortController();
  open.add(stop);
  const heard: Heard[] = [];
  const answer = await fetch(`${at}/api/v1/live${query}`, {
    signal: stop.signal,
    headers: {
      cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(place === undefined ? {} : { 'last-event-id': String(place) }),
    },
  });
  let ended = answer.body === null;
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body!) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) {
        const field = (name: string) =>
          block
            .split('\n')
            .find((line) => line.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        if (field('event'))
          heard.push({
            id: Number(field('id')),
            event: field('event')!,
            ...(JSON.parse(field('data') ?? '{}') as Pick<Heard, 'subjectId' | 'conversationId'>),
          });
      }
    }
  })().catch(() => {});
  void reading.then(() => {
    ended = true;
  });
  return {
    status: answer.status,
    heard,
    subjects: () => heard.flatMap((each) => each.subjectId ?? []),
    place: () => heard.at(-1)?.id ?? 0,
    hasEnded: () => ended,
    hangUp: () => stop.abort(),
  };
}

async function until(what: () => boolean): Promise<void> {
  await expect.poll(what, { interval: 10 }).toBe(true);
}

describe('the live stream', () => {
  it('tells what happens, in order', async () => {
    const stream = await listenAs(owner);
    await until(() => stream.heard.length === 1);
    expect(stream.heard[0]!.event).toBe('ready');
    const subjects = await happen(5);
    await until(() => stream.subjects().length === 5);
    expect(stream.subjects()).toEqual(subjects);
    const ids = stream.heard.map((each) => each.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('loses and repeats nothing over many reconnects while things go on', async () => {
    const first = await listenAs(owner);
    await until(() => first.heard.length === 1);
    let place = first.place();
    first.hangUp();
    const wanted: string[] = [];
    let over = false;
    const happening = (async () => {
      for (let i = 0; i < 30; i++) wanted.push(...(await happen(4)));
      over = true;
    })();
    const got: string[] = [];
    while (!over || got.length < 120) {
      const stream = await listenAs(owner, place);
      await sleep(40);
      stream.hangUp();
      got.push(...stream.subjects());
      place = stream.place() || place;
      if (got.length > 200) break;
    }
    await happening;
    expect(got).toEqual(wanted);
  });

  it('says reset when the place is not known any more', async () => {
    await happen(3);
    const { db } = server.services;
    const numbered = () =>
      expect
        .poll(() =>
          db.inWorkspace(owner.workspace!, (tx) =>
            tx.selectFrom('events').select('id').where('seq', 'is', null).execute(),
          ),
        )
        .toEqual([]);
    const before = await listenAs(owner, 1);
    await until(() => before.heard.length > 0);
    await numbered();
    await db.inWorkspace(owner.workspace!, (tx) => tx.deleteFrom('events').execute());
    await happen(2);
    await numbered();
    for (const place of [1, 999_999_999]) {
      const stream = await listenAs(owner, place);
      await until(() => stream.heard.length === 1);
      expect(stream.heard[0]!.event).toBe('reset');
    }
    const nonsense = await listenAs(owner, Number.NaN);
    await until(() => nonsense.heard.length === 1);
    expect(nonsense.heard[0]!.event).toBe('ready');
  });

  it('is for people of the workspace', async () => {
    const stranger = await addMember(server, null, 'owner');
    expect((await listenAs(stranger)).status).toBe(403);
    expect((await listenAs({ ...owner, cookies: new Map() } as Person)).status).toBe(401);
    expect((await listenAs(owner, undefined, '?workspace=nonsense')).status).toBe(403);
    expect((await listenAs(owner, undefined, '?workspace=a&workspace=b')).status).toBe(403);
  });

  it('ends for who is removed, or signs out, before anything more is told', async () => {
    const leaver = await addMember(server, owner.workspace!, 'chat_operator');
    const removed = await listenAs(leaver);
    const quitter = await addMember(server, owner.workspace!, 'chat_operator');
    const signedOut = await listenAs(quitter);
    await until(() => removed.heard.length === 1 && signedOut.heard.length === 1);
    await quitter.send('POST', '/api/auth/sign-out', {});
    await owner.send('DELETE', `/api/v1/members/${leaver.userId}`);
    await until(() => removed.hasEnded() && signedOut.hasEnded());
    expect(removed.heard).toHaveLength(1);
    expect(signedOut.heard).toHaveLength(1);
  });

  it('names people and conversations only to those who may see all of them', async () => {
    const operator = await addMember(server, owner.workspace!, 'chat_operator');
    const [some, all] = [await listenAs(operator), await listenAs(owner)];
    await until(() => some.heard.length === 1 && all.heard.length === 1);
    const { body } = await owner.send('POST', '/api/v1/contacts', { phone: '+393331234567' });
    const told = (stream: typeof some) => stream.heard.find((each) => each.event === 'contact.created');
    await until(() => told(some) !== undefined && told(all) !== undefined);
    expect([told(all)?.subjectId, told(some)?.subjectId]).toEqual([body.id, null]);
  });

  it('says in which conversation something happened, to those who may see all of them', async () => {
    const operator = await addMember(server, owner.workspace!, 'chat_operator');
    const [some, all] = [await listenAs(operator), await listenAs(owner)];
    await until(() => some.heard.length === 1 && all.heard.length === 1);
    const conversationId = newId();
    await server.services.db.inWorkspace(owner.workspace!, (tx) =>
      publish(
        { tx, workspaceId: owner.workspace!, actor: { kind: 'system', name: 'test' }, now: now() },
        'message.changed',
        newId(),
        { conversationId },
      ),
    );
    const told = (stream: typeof some) => stream.heard.find((each) => each.event === 'message.changed');
    await until(() => told(some) !== undefined && told(all) !== undefined);
    expect([told(all)?.conversationId, told(some)?.conversationId]).toEqual([conversationId, undefined]);
  });

  it('tells that notifications changed to the person whose they are', async () => {
    const colleague = await addMember(server, owner.workspace!, 'chat_operator');
    const [own, other] = [await listenAs(colleague), await listenAs(owner)];
    await until(() => own.heard.length === 1 && other.heard.length === 1);
    await raise(server.services.db, NOTIFIED_SIGNAL, [`${owner.workspace}:${colleague.userId}`]);
    await until(() => own.heard.length === 2);
    await happen(1);
    await until(() => other.heard.length === 2);
    expect(own.heard[1]!.event).toBe('notification.changed');
    expect(other.heard.map((each) => each.event)).toEqual(['ready', 'workspace.changed']);
  });

  it('tells an API key only what its scopes allow', async () => {
    const made = await owner.send('POST', '/api/v1/api-keys', { name: 'Key', scopes: ['members:read'] });
    const key = await listenAs({ ...owner, cookies: new Map() }, undefined, '', made.body.secret);
    const all = await listenAs(owner);
    const heard = (who: typeof key, event: string) => who.heard.some((each) => each.event === event);
    await until(() => heard(key, 'ready') && heard(all, 'ready'));
    await happen(1);
    const leaver = await addMember(server, owner.workspace!, 'chat_operator');
    await owner.send('DELETE', `/api/v1/members/${leaver.userId}`);
    await until(() => heard(key, 'member.removed') && heard(all, 'member.removed'));
    expect(heard(all, 'workspace.changed')).toBe(true);
    expect(key.heard.map((each) => each.event)).toEqual(['ready', 'member.removed']);
  });

  it('tells who comes for the first time what happened just before, when asked to', async () => {
    const witness = await listenAs(owner);
    await until(() => witness.heard.length === 1);
    const subjects = await happen(3);
    await until(() => witness.subjects().length === 3);
    const late = await listenAs(owner, undefined, `?workspace=${owner.workspace}&since=15`);
    await until(() => late.subjects().includes(subjects.at(-1)!));
    expect(late.heard[0]!.event).toBe('ready');
    expect(late.subjects().slice(-3)).toEqual(subjects);
    const places = late.heard.slice(1).map((each) => each.id);
    expect(places).toEqual([...new Set(places)]);
    const fresh = await listenAs(owner, undefined, `?workspace=${owner.workspace}&since=nonsense`);
    const [next] = await happen(1);
    await until(() => fresh.heard.length === 2);
    expect(fresh.subjects()).toEqual([next]);
  });

  it('goes on where it was at another server, as after a restart', async () => {
    const before = await listenAs(owner);
    await until(() => before.heard.length === 1);
    const [seen] = await happen(1);
    await until(() => before.heard.length === 2);
    expect(before.subjects()).toEqual([seen]);
    before.hangUp();
    const missed = await happen(3);
    const witness = await listenAs(owner, before.place());
    await until(() => witness.subjects().length === 3);
    const other = await testServer(database);
    try {
      const after = await listenAs(owner, before.place(), undefined, undefined, await other.listen());
      await until(() => after.subjects().length === 3);
      expect(after.subjects()).toEqual(missed);
      after.hangUp();
      await until(() => after.hasEnded());
    } finally {
      await other.close();
    }
  });
});
