// The command line against a real server: deals made, found, moved, out to a file and in again; and all that goes wrong.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkspace } from '#features/people/people.ts';
import { newId } from '#kit/ids.ts';
import { VERSION } from '#kit/version.ts';
import type { Permission } from '#operations/permissions.ts';
import { ROLE_PERMISSIONS } from '#operations/permissions.ts';
import { type Around, runCommand } from '../../test/support/command-line.ts';
import { runJobs } from '../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../test/support/server.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { type Client, clientFor } from '../../test/support/workspace.ts';

/** Nothing listens there, and fetch does not refuse the port. */
const NOWHERE = 'http://127.0.0.1:2';

let database: TestDatabase;
let server: TestServer;
let url: string;
let owner: Client;
let ownerId: string;
let key: string;
let folder: string;
let anna: string;
let stages: { id: string; name: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  url = await server.listen();
  folder = temporaryFolder();
  const person = await addMember(server, null, 'owner');
  ownerId = person.userId;
  const settings = {
    name: 'Here',
    country: 'IT',
    language: 'en',
    timeZone: 'Europe/Rome',
    isDemo: false,
  } as const;
  const workspaceId = await addWorkspace(server.services, ownerId, settings);
  owner = clientFor(server.services, {
    actor: { kind: 'person', id: ownerId, name: 'Giulia' },
    ...{ userId: ownerId, workspaceId, role: 'owner', permissions: new Set(ROLE_PERMISSIONS.owner) },
  });
  key = await keyFor(
    'deals:read',
    'deals:write',
    'contacts:read',
    'contacts:write',
    'chats:all',
    'workspace:read',
  );
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  const pipeline = { name: 'Sales', stages: ['First', 'Second'].map((name) => ({ name, probability: 10 })) };
  stages = (await owner.pipelines.create(pipeline)).stages;
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function keyFor(...scopes: Permission[]): Promise<string> {
  return (await owner.apiKeys.create({ name: 'Test', scopes: scopes as never })).secret;
}

type Options = Around & { url?: string; key?: string; file?: string };

/** Runs one command as a shell would: by default with output to a pipe and settings from the environment. */
function rondine(args: string[], { file, ...more }: Options = {}) {
  const settings = file
    ? { url: undefined, key: undefined, file, color: false }
    : { url: more.url ?? url, key: more.key ?? key, file: join(folder, 'none.json'), color: false };
  return runCommand(args, settings, more);
}

const create = (...more: string[]) =>
  rondine(['deals', 'create', '--contact', anna, '--owner', ownerId, ...more]);

describe('deals', () => {
  it('are made, found, changed and moved', async () => {
    const made = await create(
      '--title',
      'Kitchen',
      '--amount',
      '125000',
      '--currency',
      'EUR',
      '--reference',
      'A/1',
    );
    expect(made).toMatchObject({ code: 0, err: '', json: { title: 'Kitchen', amount: 125_000 } });
    const { id } = made.json;
    const changed = await rondine(['deals', 'update', 'A/1', '--no-amount', '--input', '-'], {
      stdin: '{"title":"Blue kitchen","amount":7}',
    });
    expect(changed.json).toMatchObject({ id, title: 'Blue kitchen', amount: null });
    const set = ['--set.amount', '5000', '--set.close-date', '2030-02-01'];
    const moved = await rondine(['deals', 'move', id, '--stage', stages[1]!.id, ...set]);
    expect(moved.json).toMatchObject({ stage: { name: 'Second' }, amount: 5000, closeDate: '2030-02-01' });
    const found = await rondine([
      'deals',
      'list',
      '--stage',
      stages[0]!.id,
      '--stage',
      stages[1]!.id,
      '--search',
      'blue',
    ]);
    expect(found.json).toMatchObject({ items: [{ id }], nextCursor: null });
    const table = await rondine(['deals', 'list', '--reference', 'A/1'], { tty: true });
    expect(table.out).toMatch(/^id +title +pipeline +stage/);
    expect(table.out).toContain('Blue kitchen  Sales');
    const chosen = await rondine(['deals', 'list', '--columns', 'title,stage.name'], { tty: true });
    expect(chosen.out).toBe('title         stage.name\nBlue kitchen  Second\n');
    const one = await rondine(['deals', 'get', 'A/1', '-o', 'table']);
    expect(one.out).toMatch(/^contacts +Anna$/m);
    expect(await rondine(['deals', 'delete', 'A/1'], { tty: true })).toMatchObject({
      code: 0,
      out: 'Done.\n',
    });
  });

  it('are made once under one key', async () => {
    const again = () => create('--title', 'Once', '--reference', 'ONCE', '--idempotency-key', 'mine');
    expect((await again()).json.id).toBe((await again()).json.id);
  });

  it('come page by page, a line each', async () => {
    for (let i = 1; i <= 5; i++) await create('--title', `Many ${i}`);
    const all = await rondine([
      'deals',
      'list',
      '--search',
      'many',
      '--sort',
      'title',
      '--limit',
      '2',
      '--all',
    ]);
    const titles = all.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).title);
    expect(titles).toEqual([1, 2, 3, 4, 5].map((i) => `Many ${i}`));
    const table = await rondine(['deals', 'list', '--search', 'many', '--limit', '2', '--all'], {
      tty: true,
    });
    expect(table.out.match(/^id /gm)).toHaveLength(1);
    expect(table.out.match(/Many \d/g)).toHaveLength(5);
    const first = await rondine(['deals', 'list', '--limit', '2'], { tty: true });
    expect(first.err).toContain('There are more: --all, or --cursor ');
  });

  it('go out to a file and come in again', async () => {
    const csv = ['Title;Contacts;Owner;Reference', `Shed;+393331112233;giulia;CSV-1`, 'Lost;+39333;;'].join(
      '\n',
    );
    const name = (await owner.members.list({})).items[0]!.name;
    const loaded = await rondine(['deals', 'import', '-', '--existing', 'update'], {
      stdin: csv.replace('giulia', name),
    });
    expect(loaded.json).toMatchObject({ state: 'queued', existing: 'update' });
    const { id } = loaded.json;
    await runJobs(database, server.services);
    const done = await rondine(['deal-imports', 'get', id]);
    expect(done.json).toMatchObject({ state: 'completed', created: 1, rejected: 1 });
    expect((await rondine(['deal-imports', 'rejected', id])).out).toContain('Lost;+39333;');
    const file = join(folder, 'deals.csv');
    expect(await rondine(['deals', 'export', file, '--search', 'shed'])).toMatchObject({ code: 0, out: '' });
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect((await rondine(['deals', 'export', '--search', 'shed'])).out).toBe(text);
    writeFileSync(file, text.replace('Shed', 'Green shed'));
    const again = await rondine(['deals', 'import', file, '--existing', 'update']);
    await runJobs(database, server.services);
    expect((await rondine(['deal-imports', 'get', again.json.id])).json).toMatchObject({
      ...{ fileName: 'deals.csv', updated: 1 },
    });
    expect((await rondine(['deals', 'get', 'CSV-1'])).json.title).toBe('Green shed');
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

describe('wrong usage', () => {
  it.each([
    [['deal', 'list'], 'Did you mean deals?'],
    [['list', 'deals'], 'Did you mean deals list?'],
    [['deals', 'mvoe', 'x'], 'Did you mean deals move?'],
    [['-o', 'json', 'deals', 'list'], 'The command comes first'],
    [['deals', 'list', '--stat', 'open'], 'Did you mean --state?'],
    [['deals', 'list', 'x'], '"x" is one too many.'],
    [['deals', 'get'], 'KEY is needed: Id or reference of the deal.'],
    [['deals', 'create'], '--contact-ids is needed: Contacts of the deal'],
    [['deals', 'create', '--contact', 'x', '--amount', '-1'], '--amount: '],
    [['deals', 'get', 'x', '--all'], '--all means nothing here'],
    [['deals', 'list', '--idempotency-key', 'x'], '--idempotency-key means nothing here'],
    [['deals', 'export', '--json', '{}'], '--json means nothing here'],
    [['deals', 'export', '--created-from', 'soon'], '--createdFrom: '],
    [['deals', 'export', '/no/such/folder/x.csv'], 'cannot be written'],
    [['deals', 'import'], 'FILE is needed'],
    [['deals', 'import', '/no/such/file'], '/no/such/file cannot be read'],
    [['deals', 'import', '/'], '/ cannot be read: it is a folder'],
    [['numbers', 'connect', '--app-secret', 'x'], 'would show in the list of processes'],
  ])('%s', async (args, words) => {
    const { code, out, err } = await rondine(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  it('is helped', async () => {
    expect(await rondine(['--version'])).toMatchObject({ code: 0, out: `${VERSION}\n` });
    expect((await rondine([])).out).toContain('deals');
    expect((await rondine(['deals'])).out).toContain('move ID');
    expect((await rondine(['deals', 'move', '--help'])).out).toContain('Permission: deals:write');
  });
});

describe('the server', () => {
  it('says no: in words to people, as it came to programs', async () => {
    const reader = await keyFor('deals:read');
    const args = ['deals', 'create', '--contact', anna];
    const refused = await rondine(args, { key: reader });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(
      /^Refused: This needs the permission deals:write.* \(forbidden\)\nRequest \S{36}\n$/,
    );
    const asJson = await rondine([...args, '-o', 'json'], { key: reader });
    expect(JSON.parse(asJson.err)).toMatchObject({ code: 'forbidden' });
    const large = Readable.from(
      (function* () {
        for (let i = 0; i < 200; i++) yield Buffer.alloc(50_000, 65);
      })(),
    );
    expect(await rondine(['deals', 'import', '-'], { key: reader, stdin: large })).toMatchObject({ code: 1 });
    const noOwner = await rondine(args);
    expect(noOwner.err).toContain('--owner-id: ');
    const field = await rondine(['contacts', 'update', anna, '--fields.NO_SUCH', 'x']);
    expect(field).toMatchObject({ code: 1, err: expect.stringContaining('--fields.NO_SUCH: ') });
    const unknown = await rondine(['deals', 'list'], { key: 'rnd_nobody' });
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.err).toContain('Run rondine login');
    expect(unknown.err).not.toContain('rnd_nobody');
  });

  it('is not there', async () => {
    const { code, err } = await rondine(['deals', 'list'], { url: NOWHERE });
    expect([code, err]).toEqual([3, `${NOWHERE} cannot be reached: nothing listens there.\n`]);
  });

  it('is something else, or falls silent', async () => {
    let asked = 0;
    const foreign = createServer((request, response) => {
      const [, what] = request.url!.split('/');
      if (what === 'page') response.setHeader('content-type', 'text/html').end('<p>Hello');
      else if (what === 'moved') response.writeHead(301, { location: 'https://elsewhere.example' }).end();
      else if (what === 'proxy') response.writeHead(502).end('Bad gateway');
      else if (what === 'busy' && asked++ < 2)
        response.writeHead(429, { 'retry-after': '0', 'content-type': 'application/json' }).end(
          JSON.stringify({
            code: 'rate_limited',
            message: 'Too many requests.',
            fields: [],
            details: {},
            requestId: 'x',
          }),
        );
      else if (what === 'busy')
        response.setHeader('content-type', 'application/json').end('{"items":[],"nextCursor":null}');
      else if (what === 'cut') {
        response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '100' });
        response.write('half', () => response.destroy());
      } else request.socket.destroy();
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
    const list = (what: string) => rondine(['deals', 'list'], { url: `${address}/${what}` });
    expect(await list('page')).toMatchObject({
      code: 3,
      err: expect.stringContaining('not as Rondine does'),
    });
    const page = join(folder, 'page.csv');
    const fetching = ['deals export', `deals export ${page}`, `contacts export-one ${newId()} ${page}`];
    for (const line of [...fetching, 'deals import package.json', 'status'])
      expect(await rondine(line.split(' '), { url: `${address}/page` })).toMatchObject({
        ...{ code: 3, out: '' },
        err: expect.stringContaining('not as Rondine does'),
      });
    expect(existsSync(page)).toBe(false);
    expect(await list('moved')).toMatchObject({
      code: 3,
      err: expect.stringContaining('https://elsewhere.example'),
    });
    expect(await list('proxy')).toMatchObject({ code: 3, err: expect.stringContaining('answered 502') });
    expect(await list('busy')).toMatchObject({ code: 0, json: { items: [] } });
    expect(await list('gone')).toMatchObject({ code: 3, err: expect.not.stringContaining('not known') });
    const changed = await rondine(['deals', 'clone', 'A'], { url: `${address}/gone` });
    expect(changed).toMatchObject({ code: 3, err: expect.stringContaining('not known whether') });
    const file = join(folder, 'half.csv');
    writeFileSync(file, 'the old one');
    const half = await rondine(['deals', 'export', file], { url: `${address}/cut` });
    expect(half).toMatchObject({ code: 3, err: expect.stringContaining('It is not whole.') });
    expect([readFileSync(file, 'utf8'), existsSync(`${file}.part`)]).toEqual(['the old one', false]);
    await new Promise((done) => foreign.close(done));
  });
});

describe('ends quietly', () => {
  it('when the reader of its output goes away', async () => {
    const gone = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const args = ['deals', 'list', '--all', '--limit', '1'];
    expect(await rondine(args, { stdout: gone })).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['deals', 'list'],
    ['deals', 'create', '--input', '-'],
    ['deals', 'import', '-'],
    ['login', NOWHERE],
  ])('at Ctrl-C: %s %s', async (...args) => {
    const stop = new AbortController();
    const stdin = new Readable({ read: () => stop.abort() });
    const stopped = rondine(args.filter(Boolean), { signal: stop.signal, stdin });
    if (args[1] === 'list') stop.abort();
    expect(await stopped).toMatchObject({ code: 130, out: '', err: '' });
  });

  it('as a process, behind which nobody reads on', async () => {
    const command = `node scripts/rondine.js deals list --all --limit 1 | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const env = { ...process.env, RONDINE_URL: url, RONDINE_API_KEY: key };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], { env });
    expect(stdout).toMatch(/^\{"id":.*\}\n0\n$/);
    expect(stderr).toBe('');
  });
});

describe('a file', () => {
  it('for which there is no room is not there, nor half of it', async () => {
    const file = join(folder, 'full.csv');
    for (let i = 0; i < 5; i++)
      await owner.deals.create({ contactIds: [anna], title: 'Long '.repeat(50).trim() });
    const room = `node scripts/rondine.js --version; trap '' XFSZ; ulimit -f 1`;
    const command = `${room}; node scripts/rondine.js deals export ${file}; echo "$?"`;
    const env = { ...process.env, RONDINE_URL: url, RONDINE_API_KEY: key };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], { env });
    expect([stdout, stderr]).toEqual([
      `${VERSION}\n2\n`,
      expect.stringContaining(`${file} cannot be written`),
    ]);
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});

describe('login', () => {
  const file = () => join(folder, 'config', 'login.json');

  it('keeps a key that works, where nobody else reads it', async () => {
    const nothing = await rondine(['deals', 'list'], { file: file() });
    expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('Run rondine login') });
    const wrong = await rondine(['login', url], { file: file(), stdin: 'rnd_wrong\n' });
    expect([wrong.code, existsSync(file())]).toEqual([1, false]);
    const inside = await rondine(['login', `${url}/`], { file: file(), stdin: `${key}\n` });
    expect(inside).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`Logged in to Here at ${url}.`),
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(inside.out).not.toContain(key);
    const status = await rondine(['status'], { file: file() });
    expect(status.json).toEqual({ server: url, workspace: 'Here', from: file() });
    expect(await rondine(['deals', 'list'], { file: file() })).toMatchObject({ code: 0 });
    chmodSync(file(), 0o644);
    const open = await rondine(['deals', 'list'], { file: file() });
    expect(open).toMatchObject({ code: 2, err: expect.stringContaining(`chmod 600 ${file()}`) });
    expect(await rondine(['logout'], { file: file() })).toMatchObject({ code: 0 });
    expect(existsSync(file())).toBe(false);
  });

  it('takes no key as an argument, and no address without its key', async () => {
    expect(await rondine(['login', url, key])).toMatchObject({ code: 2, out: '' });
    expect(await rondine(['login', 'rondine.example.com'])).toMatchObject({ code: 2 });
  });
});
