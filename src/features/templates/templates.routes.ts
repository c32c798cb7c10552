// Uploads of header media, and their bytes back for the preview.
import { z } from 'zod';
import { dropBytes, findFile, keepFile, readFile, takeBytes } from '#features/files/files.ts';
import { now } from '#kit/clock.ts';
import { badInput, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { HEADER_MEDIA } from './media-files.ts';

const PATH = '/api/v1/templates/media';
const PURPOSE = 'template_media';

const Query = z.object({
  name: z.string().min(1).max(300).default('file'),
  kind: z.enum(['image', 'video', 'document']),
});

export const templatesRoutes: FeatureRoutes = (app, door) => {
  /** `POST /templates/media?kind=image&name=spring.jpg` with the bytes as body; answers the stored file. */
  app.post(PATH, async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success)
      throw badInput([{ path: 'kind', message: 'Say what the file is for: image, video or document.' }]);
    const { kind, name } = query.data;
    const { types, maxBytes, words } = HEADER_MEDIA[kind];
    const { services } = door;
    const workspaceId = await door.inWorkspace(request, 'templates:write', async (call) => call.workspaceId);
    // No transaction is open while the bytes move.
    const given = { bytes: request.raw, name, purpose: PURPOSE, maxBytes };
    const file = await takeBytes(services, workspaceId, given, now());
    try {
      if (!(types as readonly string[]).includes(file.mimeType))
        throw badInput([{ path: 'file', message: `This header takes ${words}.` }]);
      await door.inWorkspace(request, 'templates:write', (call) => keepFile(call, file));
    } catch (error) {
      await dropBytes(services, workspaceId, file.id);
      throw error;
    }
    const { id, mimeType, size } = file;
    return reply.code(201).send({ fileId: id, name: file.name, mimeType, size });
  });

  app.get<{ Params: { id: string } }>(`${PATH}/:id`, (request, reply) =>
    door.inWorkspace(request, 'templates:read', async (call) => {
      const file = isId(request.params.id) ? await findFile(call, request.params.id) : undefined;
      if (file?.purpose !== PURPOSE) throw notFound('file');
      return reply
        .header('content-type', file.mimeType)
        .header('content-length', file.size)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .send(await readFile(call, file));
    }),
  );
};
