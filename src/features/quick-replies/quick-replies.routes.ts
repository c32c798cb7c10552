// Files of quick replies over HTTP: taken in, and shown to those who see the quick reply.
import { findFile, keepFile } from '#features/files/files.ts';
import { QUICK_REPLY_FILE, sendFile, takeSendable } from '#features/media/media.ts';
import { badInput, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { dropWhenUnused } from './jobs/drop-unused.job.ts';
import { findQuickReply } from './quick-replies.store.ts';

export const quickRepliesRoutes: FeatureRoutes = (app, door) => {
  // The body is the file itself; ?name= is its name.
  app.post('/api/v1/quick-replies/files', async (request, reply) => {
    const { name = 'file' } = request.query as { name?: unknown };
    if (typeof name !== 'string') throw badInput([{ path: 'name', message: 'Give one name' }]);
    const workspaceId = await door.inWorkspace(request, 'chats:write', async (call) => call.workspaceId);
    const given = {
      bytes: request.raw,
      name,
      purpose: QUICK_REPLY_FILE,
      declaredType: request.headers['content-type'],
    };
    const file = await takeSendable(door.services, workspaceId, given, (taken) =>
      door.inWorkspace(request, 'chats:write', async (call) => {
        await keepFile(call, taken);
        await dropWhenUnused(call, taken.id);
      }),
    );
    const { id: fileId, mimeType, size } = file;
    return reply.status(201).send({ fileId, name: file.name, mimeType, size });
  });

  app.get('/api/v1/quick-replies/:id/file', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { file, workspaceId } = await door.inWorkspace(request, 'chats:read', async (call) => {
      const found = isId(id) ? await findQuickReply(call, id) : undefined;
      const kept = found?.file_id ? await findFile(call, found.file_id) : undefined;
      if (!kept) throw notFound('file');
      return { file: kept, workspaceId: call.workspaceId };
    });
    return sendFile(door.services, workspaceId, file, request, reply);
  });
};
