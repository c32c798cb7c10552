// Files in an S3-compatible bucket: streamed both ways, signed, retried, and the ones of before still read from disk.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskFileStore } from '#kit/file-store.ts';
import { newId } from '#kit/ids.ts';
import { s3FileStore } from '#kit/s3-file-store.ts';
import { type S3Imitation, startS3 } from '../../test/support/s3-imitation.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';

let store: S3Imitation;
beforeAll(async () => {
  store = await startS3();
});
afterAll(() => store.close());

const home = temporaryFolder();
const folder = join(home, 'unsent');
const older = diskFileStore(join(home, 'files'));
const files = (settings = {}) => s3FileStore({ ...store.settings, ...settings }, { folder, older });
const workspaceId = newId();
const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 31) % 251));

it('keeps bytes and gives them back, whole or in part', async () => {
  const id = newId();
  const source = Readable.from([BYTES.subarray(0, 100_000), BYTES.subarray(100_000)]);
  expect(await files().write(workspaceId, id, source, 1_000_000)).toEqual({
    size: BYTES.length,
    sha256: createHash('sha256').update(BYTES).digest('hex'),
  });
  expect([...store.objects.keys()]).toEqual([`${workspaceId}/${id}`]);
  expect(BYTES.equals(await buffer(await files().read(workspaceId, id)))).toBe(true);
  expect(await buffer(await files().read(workspaceId, id, 10, 19))).toEqual(BYTES.subarray(10, 20));
  expect(await buffer(await files().read(workspaceId, id, 299_990))).toEqual(BYTES.subarray(299_990));
  await files().remove(workspaceId, id);
  await expect(files().read(workspaceId, id)).rejects.toMatchObject({ code: 'not_found' });
});

it('keeps an empty file too', async () => {
  const id = newId();
  expect(await files().write(workspaceId, id, Buffer.alloc(0), 10)).toMatchObject({ size: 0 });
  expect(await buffer(await files().read(workspaceId, id))).toHaveLength(0);
});

it('leaves nothing behind of what is too large or breaks off', async () => {
  const before = store.objects.size;
  await expect(files().write(workspaceId, newId(), BYTES, 1_000)).rejects.toMatchObject({
    code: 'too_large',
  });
  const broken = new Readable({ read() {} });
  const written = files().write(workspaceId, newId(), broken, 1_000);
  broken.push(Buffer.from('half'));
  setTimeout(() => broken.destroy(new Error('cut')), 20);
  await expect(written).rejects.toThrow('cut');
  expect(store.objects.size).toBe(before);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

it('tries again when the store fails for a moment, and says so when it goes on failing', async () => {
  const id = newId();
  store.fail(1);
  await files().write(workspaceId, id, BYTES, 1_000_000);
  expect(store.objects.get(`${workspaceId}/${id}`)?.equals(BYTES)).toBe(true);
  store.fail(3);
  await expect(files().read(workspaceId, id)).rejects.toMatchObject({
    code: 'storage_unavailable',
    status: 503,
    message: expect.stringContaining('InternalError'),
  });
  await expect(files({ endpoint: 'http://127.0.0.1:9' }).read(workspaceId, id)).rejects.toMatchObject({
    code: 'storage_unavailable',
  });
});

it('names what is wrong with keys and bucket before anything is kept', async () => {
  await files().check();
  const asked = store.calls();
  await expect(files({ secretAccessKey: 'wrong' }).check()).rejects.toThrow('SignatureDoesNotMatch');
  expect(store.calls()).toBe(asked + 1);
  await expect(files({ accessKeyId: 'nobody' }).check()).rejects.toThrow('InvalidAccessKeyId');
  await expect(files({ bucket: 'no-such-bucket' }).check()).rejects.toThrow('no-such-bucket');
});

it('reads and removes files of the time before the bucket', async () => {
  const id = newId();
  await older.write(workspaceId, id, Buffer.from('from before'), 1_000);
  expect(String(await buffer(await files().read(workspaceId, id, 5, 10)))).toBe('before');
  await files().remove(workspaceId, id);
  await expect(older.read(workspaceId, id)).rejects.toMatchObject({ code: 'not_found' });
});

it('removes all files of a workspace and of no other', async () => {
  const other = newId();
  await files().write(other, newId(), Buffer.from('kept'), 10);
  for (let n = 0; n < 30; n += 1) await files().write(workspaceId, newId(), Buffer.from('gone'), 10);
  await files().removeAll(workspaceId);
  expect([...store.objects.keys()].map((key) => key.split('/')[0])).toEqual([other]);
});

it('takes only names that are ids', async () => {
  await expect(files().read(workspaceId, '../secret')).rejects.toMatchObject({ code: 'not_found' });
});

it('lists what it keeps in pages, here and from before, and sweeps what was never finished', async () => {
  const [home, mine] = [newId(), Array.from({ length: 7 }, newId)];
  for (const id of mine) await files().write(home, id, Buffer.from('abc'), 10);
  const before = newId();
  await older.write(home, before, Buffer.from('older'), 10);
  const listed = new Map<string, number>();
  for await (const page of files().list(home)) for (const { id, size } of page) listed.set(id, size);
  expect(listed).toEqual(new Map([...mine.map((id) => [id, 3] as const), [before, 5]]));
  expect(await files().has(home, mine[0]!)).toBe(true);
  expect(await files().has(home, before)).toBe(true);
  expect(await files().has(home, newId())).toBe(false);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, newId()), 'half');
  expect(await files().sweepUnfinished(new Date(Date.now() - 60_000))).toBe(0);
  expect(await files().sweepUnfinished(new Date(Date.now() + 60_000))).toBe(1);
  await files().removeAll(home);
});
