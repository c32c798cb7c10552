// A zip that leaves while it is made: whole or visibly broken, and no faster than it is read.
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { unzip } from '../../test/support/unzip.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

const at = new Date('2026-05-04T12:00:00Z');
const entry = (path: string, bytes: Readable, packed = false): ZipEntry => ({ path, bytes, at, packed });

it('holds every file', async () => {
  async function* entries() {
    yield entry('media/0001-menù.txt', Readable.from([Buffer.from('a'.repeat(100_000))]));
    yield entry('empty', Readable.from([]));
    yield entry('photo.jpg', Readable.from([Buffer.from([1, 2, 3])]), true);
  }
  const files = unzip(await buffer(zipStream(entries())));
  expect([...files.keys()]).toEqual(['media/0001-menù.txt', 'empty', 'photo.jpg']);
  expect(files.get('media/0001-menù.txt')!.toString()).toBe('a'.repeat(100_000));
  expect([...files.get('photo.jpg')!]).toEqual([1, 2, 3]);
});

it('asks for no more than is read', async () => {
  let asked = 0;
  async function* entries() {
    for (; asked < 100; asked += 1)
      yield entry(`${asked}`, Readable.from([Buffer.alloc(200_000, asked)]), true);
  }
  const zip = zipStream(entries());
  zip.once('readable', () => {});
  await eventuallySteady(() => asked);
  expect(asked).toBeLessThan(20);
  expect(unzip(await buffer(zip)).size).toBe(100);
});

it('breaks off when a file fails, and lets go of everything when nobody reads on', async () => {
  const broken = new PassThrough();
  async function* failing() {
    yield entry('fine', Readable.from(['fine']));
    yield entry('broken', broken);
  }
  const zip = zipStream(failing());
  const read = buffer(zip);
  broken.write('half');
  setTimeout(() => broken.destroy(new Error('cut')), 20);
  await expect(read).rejects.toThrow('cut');

  const endless = new Readable({ read() {} });
  let ended = false;
  async function* waiting() {
    try {
      yield entry('endless', endless);
    } finally {
      ended = true;
    }
  }
  const left = zipStream(waiting());
  left.resume();
  endless.push('x');
  setTimeout(() => left.destroy(), 20);
  await finished(endless).catch(() => {});
  await eventuallySteady(() => Number(ended));
  expect([endless.destroyed, ended]).toEqual([true, true]);
});

/** Until it has been the same for a while, and is not nothing. */
async function eventuallySteady(look: () => number): Promise<void> {
  for (let [last, same] = [-1, 0]; same < 10; ) {
    await new Promise((done) => setTimeout(done, 10));
    same = look() === last && last > 0 ? same + 1 : 0;
    last = look();
  }
}
