// Resumable uploads: samples for template headers and profile pictures.

import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world/world.ts';
import { appFor } from './access.ts';
import { fieldsOf, textOf } from './fields.ts';
import { invalidParameter, unknownObject } from './graph-error.ts';

const MOST_BYTES = 100 * 1024 * 1024;
const TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/jpg',
  'image/png',
  'image/webp',
  'video/mp4',
  'video/3gpp',
];

export function uploads(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/:id/uploads', async (request) => {
    const owner = appFor(world, request.caller, request.params.id);
    const fields = fieldsOf(request);
    const length = Number(fields.file_length);
    const mimeType = textOf(fields.file_type) ?? '';
    if (!(length > 0 && length <= MOST_BYTES))
      throw invalidParameter('Param file_length must be between 1 and 104857600.');
    if (!TYPES.includes(mimeType))
      throw invalidParameter(`Param file_type must be one of ${TYPES.join(', ')}.`);
    const id = `upload:${randomBytes(18).toString('base64url')}?sig=${randomBytes(12).toString('base64url')}`;
    const fileName = textOf(fields.file_name) ?? 'file';
    const upload = { id, appId: owner.id, fileName, mimeType, length, bytes: Buffer.alloc(0) };
    world.media.uploads.set(sessionOf(id), upload);
    return { id };
  });
}

/** POST /upload:…: the next bytes; answers the handle `h` once all have come. */
export function receiveUpload(world: World, request: FastifyRequest, session: string) {
  const upload = uploadFor(world, 'POST', session);
  const offset = Number(request.headers.file_offset ?? 0);
  if (offset !== upload.bytes.length) throw invalidParameter(`file_offset must be ${upload.bytes.length}.`);
  if (!Buffer.isBuffer(request.body)) throw invalidParameter('The body must be the bytes of the file.');
  upload.bytes = Buffer.concat([upload.bytes, request.body]);
  if (upload.bytes.length > upload.length) throw invalidParameter('More bytes came than file_length said.');
  if (upload.bytes.length < upload.length) return { id: upload.id, file_offset: upload.bytes.length };
  const digest = createHash('sha256').update(upload.bytes).digest('base64url');
  const handle = `4::${Buffer.from(upload.mimeType).toString('base64')}:${digest}:e:${Math.floor(world.clock.now() / 1000)}`;
  world.media.handles.set(handle, {
    mimeType: upload.mimeType,
    bytes: upload.bytes,
    fileName: upload.fileName,
  });
  return { h: handle };
}

/** GET /upload:…: how far it came. */
export function uploadNode(world: World, session: string) {
  const upload = uploadFor(world, 'GET', session);
  return { id: upload.id, file_offset: upload.bytes.length };
}

function uploadFor(world: World, method: string, session: string) {
  const upload = world.media.uploads.get(sessionOf(session));
  if (!upload) throw unknownObject(method, session);
  return upload;
}

function sessionOf(id: string): string {
  return id.split('?')[0]!;
}
