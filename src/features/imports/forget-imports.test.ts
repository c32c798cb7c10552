// What is uploaded with an import is deleted: the file when nobody reads it any more, rejected rows after 30 days.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { addMember, type TestServer, testServer } from '../../../test/support/server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
} from '../../../test/support/workspace.ts';
import type { Import } from './imports.contract.ts';
import { forgetImportsJob } from './jobs/forget-imports.job.ts';

let database: TestDatabase;
let server: TestServer;
let workspace: TestWorkspace;
let client: Client;
let headers: Record<string, string>;
const DAY_MS = 86_400_000;
const PEOPLE = 'phone,first name\n333 1234567,Ada\n12,Bea\n';

beforeAll(async () => {
  database = await createTestDatabase();
  server = await testServer(database);
  workspace = await createWorkspace(server.services);
  client = clientFor(server.services, await workspace.caller('owner'));
  const person = await addMember(server, workspace.id, 'owner');
  headers = {
    ...{ 'x-rondine-csrf': '1', 'x-workspace': workspace.id, 'content-type': 'text/csv' },
    cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
});
afterEach(() => shiftClock(0));
afterAll(async () => {
  await server?.close();
  await database?.drop();
});

async function uploaded(): Promise<Import> {
  const given = { url: '/api/v1/imports?fileName=a.csv', headers, payload: PEOPLE };
  return (await server.app.inject({ method: 'POST', ...given })).json();
}

async function started(): Promise<string> {
  const { id, detected } = await uploaded();
  const { encoding, delimiter, hasHeader, mapping: columns } = detected;
  await client.imports.start({ id, options: { encoding, delimiter, hasHeader, columns, country: 'IT' } });
  return id;
}

/** Whether its bytes are there, and rows of it are shown. */
async function kept(id: string) {
  const { fileId } = await workspace.run(({ tx }) =>
    tx.selectFrom('imports').select('file_id as fileId').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  const files: string[] = [];
  for await (const page of server.services.files.list(workspace.id)) files.push(...page.map((one) => one.id));
  const { detected } = await client.imports.get({ id });
  return [fileId !== null && files.includes(fileId), detected.sample.length > 0];
}

const forget = () => forgetImportsJob.run(server.services, {}, new AbortController().signal);

it('deletes the file with the last row of a completed import, and its refused rows a month later', async () => {
  const id = await started();
  expect(await kept(id)).toEqual([true, true]);
  await runJobs(database, server.services);
  expect(await client.imports.get({ id })).toMatchObject({ state: 'completed', created: 1, rejected: 1 });
  expect(await kept(id)).toEqual([false, false]);
  shiftClock(29 * DAY_MS);
  await forget();
  expect((await client.imports.rejections({ id })).items).toHaveLength(1);
  shiftClock(31 * DAY_MS);
  await forget();
  expect((await client.imports.rejections({ id })).items).toEqual([]);
  const { rejected, forgottenAt } = await client.imports.get({ id });
  expect([rejected, new Date(forgottenAt!).getTime()]).toEqual([1, expect.closeTo(now().getTime(), -5)]);
  await client.imports.delete({ id });
});

it('keeps the file of one that stopped for a week, so that it may be resumed', async () => {
  const { id: waiting, detected } = await uploaded();
  const id = await started();
  await client.imports.cancel({ id });
  expect(await client.imports.get({ id })).toMatchObject({ resumable: true });
  shiftClock(6 * DAY_MS);
  await forget();
  expect([await kept(id), await kept(waiting)]).toEqual([
    [true, true],
    [true, true],
  ]);
  shiftClock(8 * DAY_MS);
  await forget();
  expect([await kept(id), await kept(waiting)]).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(await client.imports.get({ id })).toMatchObject({ resumable: false });
  await expect(client.imports.resume({ id })).rejects.toMatchObject({ code: 'import_file_gone' });
  await client.imports.delete({ id });
  const { encoding, delimiter, hasHeader } = detected;
  await expect(client.imports.preview({ id: waiting, encoding, delimiter, hasHeader })).rejects.toMatchObject(
    { code: 'import_file_gone' },
  );
});
