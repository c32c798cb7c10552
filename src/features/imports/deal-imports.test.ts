// Files of deals: loaded in the background, killed and gone on with, stopped, known again, refused at once.
import { fork } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '#db/database.ts';
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

type Held = { release(last?: (tx: Tx) => Promise<unknown>): Promise<void> };

/** Locks the deal until it is released. */
const holdDeal = (desk: Desk, reference: string) =>
  hold(desk, (tx) =>
    tx.selectFrom('deals').select('id').where('reference', '=', reference).forUpdate().execute(),
  );

/** A transaction that has done `first` and stays open until it is released, and then does `last`. */
async function hold(desk: Desk, first: (tx: Tx) => Promise<unknown>): Promise<Held> {
  let ending: (tx: Tx) => Promise<unknown> = async () => {};
  let release = () => {};
  const free = new Promise<void>((done) => {
    release = done;
  });
  let done: Promise<void> = Promise.resolve();
  await new Promise<void>((locked, failed) => {
    done = server.services.db.inWorkspace(desk.workspaceId, async (tx) => {
      await first(tx);
      locked();
      await free;
      await ending(tx);
    });
    done.catch(failed);
  });
  return {
    release: async (last = ending) => {
      ending = last;
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

  it('beside the same file, both new: each reference is one deal', async () => {
    const desk = await open();
    const rows = Array.from({ length: 400 }, (_, i) => `Deal ${i};+393331112233;${i};R-${i};`);
    const ids: string[] = [];
    for (let i = 0; i < 2; i++)
      ids.push((await desk.send([HEADER, ...rows].join('\n'), '?existing=update')).body.id);
    await Promise.all(ids.map((id) => run(desk, id)));
    const ended = await Promise.all(ids.map((id) => desk.client.dealImports.get({ id })));
    expect(ended.map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(ended[0]!.created + ended[1]!.created).toBe(400);
    expect(ended[0]!.updated + ended[1]!.updated).toBe(400);
    expect(await desk.client.deals.totals({})).toMatchObject({ count: 400 });
  });

  it('stops at the next batch when whoever brought it may no longer write deals', async () => {
    const desk = await open();
    const met = (await desk.send(`${HEADER}\nMet;+393331112233;1;R-300;`, '?existing=update')).body;
    await run(desk, met.id);
    const { id } = (await desk.send(file(1_000), '?existing=update')).body;
    const held = await holdDeal(desk, 'R-300');
    let running = Promise.resolve();
    try {
      running = run(desk, id);
      while ((await desk.client.dealImports.get({ id })).rows < 199) await sleep(10);
      await desk.client.members.changeRole({ userId: desk.userId, role: 'chat_operator' });
    } finally {
      await held.release();
      await running;
    }
    // The batch in hand had begun before.
    expect(await desk.client.dealImports.get({ id })).toMatchObject({
      ...{ state: 'failed', rows: 399 },
      failure: 'Whoever uploaded this file may no longer change deals.',
    });
  });

  it('holds stages before deals, also of rows that name a reference again', async () => {
    const desk = await open();
    const header = 'Title,Contacts,Reference,Stage';
    const made = (await desk.send(`${header}\nA,+393331112233,ONE,First`, '?existing=update')).body;
    await run(desk, made.id);
    const text = [header, 'B,,ONE,First', 'C,,ONE,Won'].join('\n');
    const { id } = (await desk.send(text, '?existing=update')).body;
    const mover = await hold(desk, (tx) =>
      tx.selectFrom('stages').select('id').where('name', '=', 'Won').forNoKeyUpdate().execute(),
    );
    const running = run(desk, id);
    // Whoever is next in the queue for a row holds a lock of its own on that place.
    const waits = sql<{ some: boolean }>`select exists (select from pg_locks
      where locktype = 'tuple' and relation = 'stages'::regclass
        and database = (select oid from pg_database where datname = current_database())) as some`;
    try {
      while (!(await waits.execute(server.services.db.kysely)).rows[0]!.some) await sleep(10);
    } finally {
      const deal = (tx: Tx) => tx.selectFrom('deals').select('id').where('reference', '=', 'ONE');
      await mover.release((tx) => deal(tx).forUpdate().noWait().execute()).finally(() => running);
    }
    expect(await desk.client.deals.get({ key: 'ONE' })).toMatchObject({ title: 'C', stage: { name: 'Won' } });
  });

  it('means by an amount alone one in the currency of the deal', async () => {
    const desk = await open();
    const header = 'Title,Contacts,Reference,Amount,Currency';
    const first = [header, 'A,+393331112233,YEN,1250,JPY', 'B,+393331112233,DINAR,1.5,KWD'].join('\n');
    await run(desk, (await desk.send(first, '?existing=update')).body.id);
    const rows = [',,YEN,1300,', ',,DINAR,1.750,', ',,YEN,13.x,', 'C,+393331112233,NEW,7.25,'];
    const { id } = (await desk.send([header, ...rows].join('\n'), '?existing=update')).body;
    await run(desk, id);
    expect((await desk.client.dealImports.rejections({ id })).items).toMatchObject([
      { row: 4, reason: '13.x is not an amount: write it as 1250.50' },
    ]);
    const amountOf = async (key: string) => {
      const { amount, currency } = await desk.client.deals.get({ key });
      return [amount, currency];
    };
    expect(await amountOf('YEN')).toEqual([1_300, 'JPY']);
    expect(await amountOf('DINAR')).toEqual([1_750, 'KWD']);
    expect(await amountOf('NEW')).toEqual([725, 'EUR']);
  });

  it('knows references again in capitals of every language', async () => {
    const desk = await open();
    const rows = ['Ä-1', 'ä-1', 'ÉTÉ', 'été', 'İ-1', 'İ-1'];
    const text = [HEADER, ...rows.map((one) => `X;+393331112233;1;${one};`)].join('\n');
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      ids.push((await desk.send(text, '?existing=update')).body.id);
      await run(desk, ids[i]!);
    }
    const [once, again] = await Promise.all(ids.map((id) => desk.client.dealImports.get({ id })));
    expect(again).toMatchObject({ created: 0, updated: 6, rejected: 0 });
    expect(once).toMatchObject({ rejected: 0 });
  });
});
