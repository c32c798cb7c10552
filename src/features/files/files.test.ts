// Stored files: bytes and row together, kinds read from the bytes.
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { now } from '#kit/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../test/support/workspace.ts';
import { dropFile, findFile, keepFile, takeBytes } from './files.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
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
