// Imports that are killed, stopped, and run at the same time as others: every row counts once.
import { fork } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepFile, takeBytes } from '#features/files/files.ts';
import { shiftClock, sleep } from '#kit/clock.ts';
import { diskFileStore } from '#kit/file-store.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { insertImport } from './imports.store.ts';
import { inspectContacts } from './inspect-file.ts';
import { takeUpLost } from './lost-imports.engine.ts';
import { runImport } from './run-import.ts';

const folder = temporaryFolder();
let database: TestDatabase;
let services: ReturnType<typeof testServices>;
beforeAll(async () => {
  database = await createTestDatabase(10);
  services = testServices(database, { files: diskFileStore(folder) });
});
afterAll(() => database.drop());

async function open(): Promise<{ workspace: TestWorkspace; client: Client }> {
  const workspace = await createWorkspace(services);
  return { workspace, client: clientFor(services, await workspace.caller('owner')) };
}

/** Uploads and starts, without running the job. */
async function start(
  workspace: TestWorkspace,
  client: Client,
  text: string,
  listIds: string[],
): Promise<string> {
  const file = await takeBytes(
    services,
    workspace.id,
    {
      bytes: Buffer.from(text),
      name: 'people.csv',
      purpose: 'import',
      maxBytes: 1e9,
      declaredType: 'text/csv',
    },
    new Date(),
  );
  const detected = await inspectContacts(
    { files: services.files, workspaceId: workspace.id, fileId: file.id },
    [],
  );
  const id = await workspace.run(async (call) => {
    await keepFile(call, file);
    return insertImport(call, 'contacts', file, detected);
  });
  const { encoding, delimiter, hasHeader, mapping } = detected;
  const options = { encoding, delimiter, hasHeader, columns: mapping, country: 'IT', tagIds: [], listIds };
  await client.imports.start({ id, options });
  return id;
}

/** Every hundredth row is bad. */
function people(count: number, from = 3_330_000_000): string {
  const rows = Array.from({ length: count }, (_, i) => `${i % 100 === 99 ? 'bad' : from + i},Name ${i},VIP`);
  return `phone,first name,tags\n${rows.join('\n')}\n`;
}

describe('an import', () => {
  it('that is killed in the middle goes on behind its last row', async () => {
    const { workspace, client } = await open();
    const list = await client.lists.create({ name: 'All' });
    const rows = 30_000;
    const id = await start(workspace, client, people(rows), [list.id]);
    let kills = 0;
    for (const until of [1, 10_000, 20_000]) {
      const program = ['test/support/import.child.ts', database.url, folder, workspace.id, id];
      const child = fork('scripts/run.js', program, { execArgv: [], stdio: 'ignore' });
      const gone = new Promise<void>((done) => child.on('exit', () => done()));
      while (child.exitCode === null && (await client.imports.get({ id })).rows < until) await sleep(5);
      child.kill('SIGKILL');
      await gone;
      if ((await client.imports.get({ id })).state === 'running') kills++;
    }
    expect(kills).toBeGreaterThan(0);
    await runImport(services, workspace.id, id, new AbortController().signal);
    const done = await client.imports.get({ id });
    expect(done).toMatchObject({
      state: 'completed',
      created: rows * 0.99,
      updated: 0,
      rejected: rows * 0.01,
    });
    expect(await client.contacts.count({})).toEqual({ count: rows * 0.99 });
    expect((await client.lists.get({ id: list.id })).memberCount).toBe(rows * 0.99);
    expect((await client.tags.list({})).items[0]).toMatchObject({ name: 'VIP', contactCount: rows * 0.99 });
  });

  it('that lost its worker is given to another one', async () => {
    const { workspace, client } = await open();
    const id = await start(workspace, client, people(500), []);
    // The worker died after it had taken the job.
    await sql`select enqueue_job('imports.nothing', '{}', null, 1, ${id}, null, 0)`.execute(
      services.db.kysely,
    );
    expect(await takeUpLost(services)).toBe(0);
    shiftClock(20_000);
    try {
      expect(await takeUpLost(services)).toBe(1);
      expect(await takeUpLost(services)).toBe(0);
      await runJobs(database, services);
    } finally {
      shiftClock(0);
    }
    expect(await client.imports.get({ id })).toMatchObject({ state: 'completed', created: 495 });
  });

  it('that is stopped with the process is taken up at once by the next', async () => {
    const { workspace, client } = await open();
    const id = await start(workspace, client, people(9_000), []);
    const stop = new AbortController();
    const running = runImport(services, workspace.id, id, stop.signal);
    while ((await client.imports.get({ id })).rows === 0) await sleep(5);
    stop.abort();
    await running;
    expect(await client.imports.get({ id })).toMatchObject({ state: 'running' });
    expect(await takeUpLost(services)).toBe(1);
    await runJobs(database, services);
    expect(await client.imports.get({ id })).toMatchObject({
      state: 'completed',
      created: 8_910,
      rejected: 90,
    });
  });

  it('that is run twice at the same time counts nothing twice', async () => {
    const { workspace, client } = await open();
    const id = await start(workspace, client, people(9_000), []);
    const run = () => runImport(services, workspace.id, id, new AbortController().signal);
    await Promise.all([run(), run(), run()]);
    expect(await client.imports.get({ id })).toMatchObject({
      state: 'completed',
      created: 8_910,
      rejected: 90,
    });
  });
});

describe('two imports', () => {
  it('of the same people at the same time make each once', async () => {
    const { workspace, client } = await open();
    const list = await client.lists.create({ name: 'Both' });
    const [head, ...rows] = people(8_000).trimEnd().split('\n');
    const backwards = [head, ...rows.reverse()].join('\n');
    const ids = [
      await start(workspace, client, people(8_000), [list.id]),
      await start(workspace, client, backwards, [list.id]),
    ];
    await Promise.all(ids.map((id) => runImport(services, workspace.id, id, new AbortController().signal)));
    const results = await Promise.all(ids.map((id) => client.imports.get({ id })));
    expect(results.map((result) => [result.state, result.failure])).toEqual([
      ['completed', null],
      ['completed', null],
    ]);
    expect(results[0]!.created + results[1]!.created).toBe(7_920);
    expect(results[0]!.updated + results[1]!.updated).toBe(7_920);
    expect(await client.contacts.count({})).toEqual({ count: 7_920 });
    expect((await client.lists.get({ id: list.id })).memberCount).toBe(7_920);
  });
});
