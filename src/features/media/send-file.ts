// Answers a request with a stored file: ranges, no guessing of kinds, nothing that a browser would run.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFile, type StoredFile } from '#features/files/files.ts';
import type { Services } from '#operations/services.ts';
import { byteRange } from './byte-range.ts';
import { mayBeShown } from './media-kinds.ts';

/** Only after the caller was found to be allowed to see it. `download` in the query never shows it in the page. */
export async function sendFile(
  services: Services,
  workspaceId: string,
  file: StoredFile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const place = { services, workspaceId };
  const asked = 'download' in ((request.query ?? {}) as object);
  const shown = mayBeShown(file.mimeType) && !asked;
  const etag = `"${file.sha256}"`;
  reply.headers({
    'content-type': shown ? file.mimeType : 'application/octet-stream',
    'content-disposition': disposition(shown ? 'inline' : 'attachment', file.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=3600',
    'accept-ranges': 'bytes',
    etag,
  });
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  const range = byteRange(request.headers.range, file.size);
  if (range === 'unsatisfiable')
    return reply.status(416).header('content-range', `bytes */${file.size}`).send();
  if (!range) {
    reply.header('content-length', file.size);
    return reply.send(await readFile(place, file));
  }
  reply
    .status(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${file.size}`)
    .header('content-length', range.to - range.from + 1);
  return reply.send(await readFile(place, file, range.from, range.to));
}

/** The name also for readers that know ASCII only. */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, hex)}`;
}

function hex(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
