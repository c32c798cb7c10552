// Media: upload, address, download, deletion.

import type { FastifyInstance } from 'fastify';
import { mediaKind, mediaTypes } from '../world/media.ts';
import type { World } from '../world/world.ts';
import { mayTouch, phoneFor, requireScope, tokenOf } from './access.ts';
import { type Fields, requireProduct } from './fields.ts';
import { GraphError, invalidParameter, unknownObject } from './graph-error.ts';

export function media(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/:id/media', async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    if (!request.isMultipart())
      throw invalidParameter('Media must be uploaded as multipart/form-data with a file.');
    const fields: Fields = { ...(request.query as Fields) };
    let file: { bytes: Buffer; mimeType: string; fileName: string } | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = part.value;
      else file = { bytes: await part.toBuffer(), mimeType: part.mimetype, fileName: part.filename };
    }
    requireProduct(fields);
    if (!file) throw invalidParameter('The parameter file is required.');
    const named = typeof fields.type === 'string' && fields.type.includes('/') ? fields.type : undefined;
    const mimeType = named && mediaKind(named) ? named : file.mimeType;
    const kind = mediaKind(mimeType);
    if (!kind) {
      throw invalidParameter(
        `Param file must be a file with one of the following types: ${mediaTypes.join(', ')}. Received file of type '${mimeType}'.`,
      );
    }
    if (file.bytes.length === 0) throw invalidParameter('Param file must not be empty.');
    if (file.bytes.length > kind.maxBytes) {
      throw new GraphError(131053, undefined, {
        details: `A file of type ${mimeType} may have at most ${kind.maxBytes} bytes, received ${file.bytes.length}.`,
      });
    }
    const { bytes, fileName } = file;
    const kept = world.media.add(
      { phoneId: phone.id, mimeType, bytes, fileName, from: 'business' },
      world.clock.now(),
    );
    return { id: kept.id };
  });

  app.get<{ Querystring: { mid?: string; ext?: string } }>(
    '/whatsapp_business/attachments/',
    { config: { open: true } },
    async (request, reply) => {
      const kept = world.media.find(request.query.mid ?? '', world.clock.now());
      const fresh = Number(request.query.ext) * 1000 > world.clock.now();
      const token = tokenOf(world, request);
      if (!kept || !fresh || !request.headers['user-agent']) return reply.code(404).send('');
      requireScope(token, 'whatsapp_business_messaging');
      if (!mayTouch(token, world.businesses.phones.get(kept.phoneId)?.wabaId ?? ''))
        return reply.code(404).send('');
      return reply.type(kept.mimeType).send(kept.bytes);
    },
  );
}

/** GET /{media-id}: where the bytes are, for five minutes. */
export function mediaNode(world: World, id: string, query: Fields, origin: string) {
  const kept = ownMedia(world, id, query, 'GET');
  return {
    messaging_product: 'whatsapp',
    url: world.mediaUrl(kept, origin),
    mime_type: kept.mimeType,
    sha256: kept.sha256,
    file_size: kept.bytes.length,
    id: kept.id,
  };
}

/** DELETE /{media-id}. */
export function deleteMedia(world: World, id: string, query: Fields) {
  ownMedia(world, id, query, 'DELETE');
  world.media.remove(id);
  return { success: true };
}

function ownMedia(world: World, id: string, query: Fields, method: string) {
  const kept = world.media.find(id, world.clock.now());
  const other = query.phone_number_id !== undefined && kept?.phoneId !== String(query.phone_number_id);
  if (!kept || other) throw unknownObject(method, id);
  return kept;
}
