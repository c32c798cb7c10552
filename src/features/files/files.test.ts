// Stored files: bytes and row together, kinds read from the bytes.
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { now, shiftClock } from '#kit/clock.ts';
import { inCall } from '#operations/in-call.ts';
import type { Services } from '#operations/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { dropFile, findFile, keepFile, readFile, takeBytes, whenFilesSwept } from './files.ts';
import { sweepWorkspace } from './sweep-files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => shiftClock(0));
afterAll(() => database.drop());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

it('keeps bytes with a row that says what they are', async () => {
  const services = testServices(database);
  const workspace = await createWorkspace(services);
  const file = { bytes: PNG, name: '../../evil/logo.exe', purpose: 'test', maxBytes: 1_000 };
  const stored = await takeBytes(services, workspace.id, { ...file, declaredType: 'text/plain' }, now());
  await workspace.run((call) => keepFile(call, stored));
  expect(stored).toMatchObject({ name: 'logo.exe', mimeType: 'image/png', size: PNG.length });
  expect(await workspace.run((call) => findFile(call, stored.id))).toEqual(stored);
  expect(await buffer(await services.files.read(workspace.id, stored.id))).toEqual(PNG);

  const other = await createWorkspace(services);
  expect(await other.run((call) => findFile(call, stored.id))).toBeUndefined();

  await workspace.run((call) => dropFile(call, stored.id));
  expect(await workspace.run((call) => findFile(call, stored.id))).toBeUndefined();
});

it('refuses what is too large and leaves nothing behind', async () => {
  const services = testServices(database);
  const workspace = await createWorkspace(services);
  const file = { bytes: PNG, name: 'a.png', purpose: 'test', maxBytes: 10 };
  await expect(takeBytes(services, workspace.id, file, now())).rejects.toMatchObject({ code: 'too_large' });
});

it('are swept only where it is known who points to them', async () => {
  const { rows } = await sql<{
    name: string;
  }>`select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = 'files'::regclass order by 1`.execute(database.db.kysely);
  expect(
    rows.map((row) => row.name),
    'A new table that points to files: let whenFilesSwept keep what it needs',
  ).toEqual([
    'ad_pictures',
    'imports',
    'message_media',
    'provider_media',
    'quick_replies',
    'template_uploads',
  ]);
});

async function listed(services: Services, workspaceId: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of services.files.list(workspaceId)) ids.push(...page.map((one) => one.id));
  return ids;
}

it('keeps equal files once, until the last of them is dropped', async () => {
  const services = testServices(database);
  const { id: workspaceId } = await createWorkspace(services);
  const keep = async (name: string, purpose = 'message') => {
    const file = await takeBytes(
      services,
      workspaceId,
      { bytes: PNG, name, purpose, maxBytes: 1_000 },
      now(),
    );
    await inCall(services, workspaceId, (call) => keepFile(call, file));
    return file.id;
  };
  const drop = (id: string) => inCall(services, workspaceId, (call) => dropFile(call, id));
  const read = (id: string) =>
    inCall(services, workspaceId, async (call) => buffer(await readFile(call, (await findFile(call, id))!)));
  // At the same time, too: each transaction knows of the others.
  const ids = await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => keep(name)));
  expect(await listed(services, workspaceId)).toHaveLength(1);
  await drop(ids[0]!);
  await drop(ids[1]!);
  expect(await read(ids[2]!)).toEqual(PNG);
  await drop(ids[2]!);
  expect(await listed(services, workspaceId)).toEqual([]);
  // What was lost is not shared.
  const lost = await keep('lost.png');
  await services.files.remove(workspaceId, lost);
  expect(await read(await keep('again.png'))).toEqual(PNG);
  expect(await read(await keep('third.png', 'import'))).toEqual(PNG);
});

it('is swept of what nobody needs, and of nothing that may be on its way', async () => {
  const services = testServices(database);
  const { id: workspaceId } = await createWorkspace(services);
  const take = (text: string) =>
    takeBytes(
      services,
      workspaceId,
      { bytes: Buffer.from(text), name: text, purpose: 'message', maxBytes: 100 },
      now(),
    );
  const orphan = await take('orphan');
  const [kept, needed] = [await take('kept'), await take('needed')];
  for (const file of [kept, needed]) await inCall(services, workspaceId, (call) => keepFile(call, file));
  whenFilesSwept(async (_, ids) => ids.filter((id) => id === needed.id));
  const sweep = () => sweepWorkspace(services, workspaceId, new AbortController().signal);
  expect(await sweep()).toEqual({ unsent: 0, looked: 3, orphans: 0, bytes: 0 });
  shiftClock(25 * 3_600_000);
  expect(await sweep()).toEqual({ unsent: 0, looked: 3, orphans: 1, bytes: 6 });
  expect(await services.files.has(workspaceId, orphan.id)).toBe(false);
  shiftClock(36 * 86_400_000);
  expect(await sweep()).toMatchObject({ unsent: 1 });
  expect(await listed(services, workspaceId)).toEqual([needed.id]);
});
