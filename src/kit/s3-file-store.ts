// Keeps the bytes of uploads and media in an S3-compatible bucket.
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#kit/errors.ts';
import { type FileStore, sweepFolder } from '#kit/file-store.ts';
import { isId, newId } from '#kit/ids.ts';
import { measureBytes } from '#kit/measure-bytes.ts';
import { type S3Settings, s3Client } from '#kit/s3-client.ts';

/** Removed at the same time. */
const REMOVED_AT_ONCE = 20;

/**
 * Bytes wait in `folder` until all of them are there: the store wants to know their size and digest beforehand, and
 * checks what arrives by them. `older` has files of the time before the bucket: they are read and removed there.
 */
export function s3FileStore(
  settings: S3Settings,
  { folder, older }: { folder: string; older: FileStore },
): FileStore {
  const client = s3Client(settings);
  const keyOf = (workspaceId: string, id: string) => {
    if (!isId(workspaceId) || !isId(id)) throw new AppError('not_found', 'There is no such file.');
    return `${workspaceId}/${id}`;
  };
  const removeKey = async (key: string) => {
    const answer = await client.call({ method: 'DELETE', key });
    answer.body.resume();
  };

  return {
    async write(workspaceId, id, bytes, maxBytes) {
      const key = keyOf(workspaceId, id);
      await mkdir(folder, { recursive: true });
      const waiting = join(folder, newId());
      const meter = measureBytes(maxBytes);
      try {
        const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes;
        await pipeline(source, meter.stream, createWriteStream(waiting, { mode: 0o600 }));
        const { size, sha256 } = meter.result();
        const answer = await client.call({
          method: 'PUT',
          key,
          headers: {
            'content-type': 'application/octet-stream',
            'content-length': String(size),
            'x-amz-content-sha256': sha256,
          },
          body: () => createReadStream(waiting),
        });
        answer.body.resume();
        if (answer.status === 404)
          throw new AppError('storage_unavailable', 'The bucket of files does not exist.', { status: 503 });
        return { size, sha256 };
      } finally {
        await rm(waiting, { force: true });
      }
    },
    async read(workspaceId, id, from = 0, to = Number.POSITIVE_INFINITY) {
      const isPart = from > 0 || to !== Number.POSITIVE_INFINITY;
      const range = `bytes=${from}-${to === Number.POSITIVE_INFINITY ? '' : to}`;
      const answer = await client.call({
        method: 'GET',
        key: keyOf(workspaceId, id),
        ...(isPart ? { headers: { range } } : {}),
      });
      if (answer.status !== 404) return answer.body;
      answer.body.resume();
      return older.read(workspaceId, id, from, to);
    },
    async has(workspaceId, id) {
      const answer = await client.call({ method: 'HEAD', key: keyOf(workspaceId, id) });
      answer.body.resume();
      return answer.status !== 404 || older.has(workspaceId, id);
    },
    async *list(workspaceId) {
      if (!isId(workspaceId)) return;
      for (let token: string | undefined, more = true; more; ) {
        const query: Record<string, string> = {
          'list-type': '2',
          prefix: `${workspaceId}/`,
          'max-keys': '500',
        };
        if (token !== undefined) query['continuation-token'] = token;
        const answer = await client.call({ method: 'GET', query });
        const page = await text(answer.body);
        const listed = [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, one]) => {
          const id = tagOf(one!, 'Key')?.slice(workspaceId.length + 1);
          const writtenAt = new Date(tagOf(one!, 'LastModified') ?? '');
          // What says not when it was written is never taken for old.
          if (id === undefined || !isId(id) || Number.isNaN(writtenAt.getTime())) return [];
          return [{ id, size: Number(tagOf(one!, 'Size') ?? 0), writtenAt }];
        });
        if (listed.length > 0) yield listed;
        token = tagOf(page, 'NextContinuationToken');
        more = tagOf(page, 'IsTruncated') === 'true' && token !== undefined;
      }
      yield* older.list(workspaceId);
    },
    async sweepUnfinished(before) {
      return (await sweepFolder(folder, before)) + (await older.sweepUnfinished(before));
    },
    async remove(workspaceId, id) {
      await removeKey(keyOf(workspaceId, id));
      await older.remove(workspaceId, id);
    },
    async removeAll(workspaceId) {
      if (!isId(workspaceId)) return;
      for (;;) {
        const query = { 'list-type': '2', prefix: `${workspaceId}/`, 'max-keys': '1000' };
        const answer = await client.call({ method: 'GET', query });
        const keys = [...(await text(answer.body)).matchAll(/<Key>([0-9a-f/-]+)<\/Key>/g)].map(
          ([, key]) => key!,
        );
        if (keys.length === 0) break;
        for (let at = 0; at < keys.length; at += REMOVED_AT_ONCE)
          await Promise.all(keys.slice(at, at + REMOVED_AT_ONCE).map(removeKey));
      }
      await older.removeAll(workspaceId);
    },
    async check() {
      const answer = await client.call({ method: 'GET', query: { 'list-type': '2', 'max-keys': '1' } });
      answer.body.resume();
      if (answer.status === 404)
        throw new AppError('storage_unavailable', `There is no bucket “${settings.bucket}”.`, {
          status: 503,
        });
    },
  };
}

/** The text of an element of the store's answer. */
function tagOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return found
    ?.replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}
