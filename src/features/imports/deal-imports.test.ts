// Files of deals: loaded in the background, killed and gone on with, stopped, known again, refused at once.
import { fork } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sleep } from '#kit/clock.ts';
import { diskFileStore } from '#kit/file-store.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Client, createWorkspace } from '../../../test/support/workspace.ts';
import { runImport } from './run-import.ts';

const folder = temporaryFolder();
let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase(10);
  server = await testServer(database, { files: diskFileStore(folder) });
});
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

type Desk = {
  workspaceId: string;
  userId: string;
  client: Client;
  send(
    csv: string,
    query?: string,
  ): Promise<{ status: number; body: Record<string, unknown> & { id: string } }>;
  download(id: string): Promise<string>;
};

/** A workspace with a pipeline and one contact, and a person who has its deals in hand. */
async function open(): Promise<Desk> {
  const workspace = await createWorkspace(server.services);
  const person = await addMember(server, workspace.id, 'chat_manager');
  const owner = await workspace.client('owner');
  await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' });
  await owner.pipelines.create({ name: 'Sales', stages: [{ name: 'First', probability: 10 }] });
  const headers = {
    ...{ 'x-rondine-csrf': '1', 'x-workspace': workspace.id, 'content-type': 'text/csv' },
    cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
  return {
    workspaceId: workspace.id,
    userId: person.userId,
    client: owner,
    async send(csv, query = '?fileName=crm.csv') {
      const url = `/api/v1/deals/imports${query}`;
      const answer = await server.app.inject({ method: 'POST', url, headers, payload: csv });
      return { status: answer.statusCode, body: answer.json() };
    },
    async download(id) {
      const url = `/api/v1/deals/imports/${id}/rejected.csv`;
      return (await server.app.inject({ method: 'GET', url, headers })).body;
    },
  };
}

const HEADER = 'Titolo;Telefono;Importo;Riferimento;Colore';
/** Every third row has a reference; every fiftieth is of somebody unknown. */
const file = (rows: number, from = 0) =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, i) =>
      [
        `Deal ${from + i}`,
        i % 50 === 49 ? '+393339999999' : '+393331112233',
        `${i + 1},00`,
        i % 3 === 0 ? `R-${from + i}` : '',
        'blue',
      ].join(';'),
    ),
    '',
  ].join('\n');

const run = (desk: Desk, id: string, signal = new AbortController().signal) =>
  runImport(server.services, desk.workspaceId, id, signal);

/** Locks the deal until it is released. */
async function holdDeal(desk: Desk, reference: string): Promise<{ release(): Promise<void> }> {
  let release = () => {};
  const free = new Promise<void>((done) => {
    release = done;
  });
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((locked, failed) => {
    done = server.services.db.inWorkspace(desk.workspaceId, async (tx) => {
      await tx.selectFrom('deals').select('id').where('reference', '=', reference).forUpdate().execute();
      locked();
      await free;
    });
    done.catch(failed);
  });
  return {
    release: async () => {
      release();
      await done;
    },
  };
}

describe('a file of deals', () => {
  it('waits for its choice, is loaded in the background and gives back what it refused', async () => {
    const desk = await open();
    const { status, body } = await desk.send(file(100));
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        ...{ fileName: 'crm.csv', state: 'uploaded', existing: null, earlier: null },
        detected: expect.objectContaining({
          columns: ['Title', 'Contacts', 'Amount', 'Reference', null],
          delimiter: ';',
        }),
      }),
    ]);
    expect(await desk.client.deals.totals({})).toMatchObject({ count: 0 });
    const { id } = body;
    expect(await desk.client.dealImports.start({ id })).toMatchObject({
      state: 'queued',
      existing: 'update',
    });
    await expect(desk.client.dealImports.start({ id })).rejects.toMatchObject({ code: 'import_started' });
    await runJobs(database, server.services);
    const done = await desk.client.dealImports.get({ id });
    expect(done).toMatchObject({ state: 'completed', created: 98, updated: 0, rejected: 2, rows: 100 });
    expect(done.doneBytes).toBe(done.totalBytes);
    const [first] = (await desk.client.deals.list({ limit: 1 })).items;
    expect(first).toMatchObject({ owner: { userId: desk.userId }, createdBy: { kind: 'person' } });
    const refused = await desk.download(id);
    expect(refused.replace('\ufeff', '').trim().split('\r\n')).toEqual([
      `${HEADER};Row;Reason`,
      'Deal 49;+393339999999;50,00;;blue;51;No contact has the number +393339999999: import contacts first',
      'Deal 99;+393339999999;100,00;R-99;blue;101;No contact has the number +393339999999: import contacts first',
    ]);
    await desk.client.contacts.create({ phone: '+393339999999', firstName: 'Bea' });
    const mended = await desk.send(refused, '?existing=update');
    expect(mended.body).toMatchObject({ state: 'queued', fileName: 'deals.csv' });
    await runJobs(database, server.services);
    expect(await desk.client.dealImports.get({ id: mended.body.id })).toMatchObject({
      created: 2,
      rejected: 0,
    });
  });

  it('that is the same as before is known again', async () => {
    const desk = await open();
    const first = await desk.send(file(5));
    expect((await desk.send(file(5))).body).toMatchObject({ earlier: null });
    await desk.client.dealImports.start({ id: first.body.id });
    await runJobs(database, server.services);
    const again = await desk.send(file(5));
    expect(again.body).toMatchObject({
      earlier: { id: first.body.id, createdBy: expect.any(String), startedAt: expect.any(String) },
    });
    await desk.client.dealImports.start({ id: again.body.id, existing: 'skip' });
    await runJobs(database, server.services);
    expect(await desk.client.dealImports.get({ id: again.body.id })).toMatchObject({
      ...{ created: 3, skipped: 2, updated: 0, earlier: null },
    });
  });

  it('that is none is refused at once', async () => {
    const desk = await open();
    for (const [text, code] of [
      ['Name,Colour\nx,y', 'bad_input'],
      ['', 'file_empty'],
      ['%PDF-1.4 x', 'file_not_csv'],
    ] as const)
      expect((await desk.send(text)).body).toMatchObject({ code });
    expect((await desk.send(HEADER, '?existing=both')).body).toMatchObject({
      fields: [{ path: 'existing' }],
    });
    expect((await desk.client.dealImports.list({})).items).toEqual([]);
  });

  it('is refused while there is no pipeline, and apart from imports of contacts', async () => {
    const bare = await createWorkspace(server.services);
    const person = await addMember(server, bare.id, 'owner');
    const answer = await person.send('POST', '/api/v1/deals/imports', 'x');
    expect(answer).toMatchObject({ status: 409, body: { code: 'pipeline_missing' } });
    const desk = await open();
    const { id } = (await desk.send(file(5))).body;
    expect((await desk.client.imports.list({})).items).toEqual([]);
    await expect(desk.client.imports.get({ id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(desk.client.imports.cancel({ id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(desk.client.imports.delete({ id })).rejects.toMatchObject({ code: 'not_found' });
    await desk.client.dealImports.delete({ id });
    await expect(desk.client.dealImports.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('fails in words when whoever brought it may no longer write deals, and goes on when they may', async () => {
    const desk = await open();
    const { id } = (await desk.send(file(5), '?existing=update')).body;
    await desk.client.members.changeRole({ userId: desk.userId, role: 'chat_operator' });
    await runJobs(database, server.services);
    expect(await desk.client.dealImports.get({ id })).toMatchObject({
      ...{ state: 'failed', rows: 0, resumable: true },
      failure: 'Whoever uploaded this file may no longer change deals.',
    });
    await desk.client.members.changeRole({ userId: desk.userId, role: 'chat_manager' });
    await desk.client.dealImports.resume({ id });
    await runJobs(database, server.services);
    expect(await desk.client.dealImports.get({ id })).toMatchObject({ state: 'completed', created: 5 });
  });

  it('that is killed in the middle of a batch goes on behind the last whole one: no deal is there twice', async () => {
    const desk = await open();
    const met = (await desk.send(`${HEADER}\nMet;+393331112233;1;R-693;`, '?existing=update')).body;
    await run(desk, met.id);
    const { id } = (await desk.send(file(1_000), '?existing=update')).body;
    // Somebody has the deal of row 695 in hand for as long as it takes.
    const held = await holdDeal(desk, 'R-693');
    try {
      const child = fork('test/support/import.child.ts', [database.url, folder, desk.workspaceId, id], {
        execArgv: ['--import', 'tsx'],
        stdio: 'ignore',
      });
      const gone = new Promise<void>((done) => child.on('exit', () => done()));
      while (child.exitCode === null && (await desk.client.dealImports.get({ id })).rows < 599)
        await sleep(10);
      child.kill('SIGKILL');
      await gone;
      expect(await desk.client.dealImports.get({ id })).toMatchObject({
        ...{ state: 'running', rows: 599, created: 588 },
      });
    } finally {
      await held.release();
    }
    await run(desk, id);
    expect(await desk.client.dealImports.get({ id })).toMatchObject({
      ...{ state: 'completed', created: 979, updated: 1, rejected: 20 },
    });
    expect(await desk.client.deals.totals({})).toMatchObject({ count: 980 });
  });

  it('that is stopped goes on when it is resumed', async () => {
    const desk = await open();
    const { id } = (await desk.send(file(5), '?existing=update')).body;
    expect(await desk.client.dealImports.cancel({ id })).toMatchObject({
      state: 'cancelled',
      resumable: true,
    });
    await runJobs(database, server.services);
    expect(await desk.client.deals.totals({})).toMatchObject({ count: 0 });
    await desk.client.dealImports.resume({ id });
    await runJobs(database, server.services);
    expect(await desk.client.dealImports.get({ id })).toMatchObject({ state: 'completed', created: 5 });
  });

  it('beside another of the same deals: both are through, each deal is there once', async () => {
    const desk = await open();
    const rows = Array.from({ length: 600 }, (_, i) => `Deal ${i};+393331112233;${i};R-${i};`);
    const made = (await desk.send([HEADER, ...rows].join('\n'), '?existing=update')).body;
    await run(desk, made.id);
    const files = [[HEADER, ...rows].join('\n'), [HEADER, ...rows.toReversed()].join('\n')];
    const ids: string[] = [];
    for (const text of files) ids.push((await desk.send(text, '?existing=update')).body.id);
    await Promise.all(ids.map((id) => run(desk, id)));
    for (const id of ids)
      expect(await desk.client.dealImports.get({ id })).toMatchObject({
        ...{ state: 'completed', failure: null, updated: 600, created: 0, rejected: 0 },
      });
    expect(await desk.client.deals.totals({})).toMatchObject({ count: 600 });
  });
});
