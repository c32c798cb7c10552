// Files of messages over HTTP: shown only to those who may see the conversation, and taken in for sending.
import { findFile } from '#features/files/files.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { AppError, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { findReadyPicture } from './ad-pictures.store.ts';
import { findMessageMedia } from './media.store.ts';
import { sendFile } from './send-file.ts';
import { uploadFile } from './upload-file.ts';

export const mediaRoutes: FeatureRoutes = (app, door) => {
  app.get('/api/v1/messages/:id/media', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { file, workspaceId } = await door.inWorkspace(request, 'chats:read', async (call) => {
      const media = isId(id) ? await findMessageMedia(call, id) : undefined;
      if (!media || media.withdrawn) throw notFound('file');
      await visibleThread(call, media.conversationId);
      if (media.state === 'waiting')
        throw new AppError('media_not_ready', 'The file is still on its way: try again in a moment.', {
          status: 409,
          retryAfterSeconds: 2,
        });
      const file = media.fileId ? await findFile(call, media.fileId) : undefined;
      if (!file) throw notFound('file');
      return { file, workspaceId: call.workspaceId };
    });
    return sendFile(door.services, workspaceId, file, request, reply);
  });

  // The picture of the advertisement that brought the customer.
  app.get('/api/v1/messages/:id/ad-picture', async (request, reply) => {
    const { id } = request.params as { id: string };
    const { file, workspaceId } = await door.inWorkspace(request, 'chats:read', async (call) => {
      const picture = isId(id) ? await findReadyPicture(call, id) : undefined;
      if (!picture) throw notFound('picture');
      await visibleThread(call, picture.conversationId);
      const file = await findFile(call, picture.fileId);
      if (!file) throw notFound('picture');
      return { file, workspaceId: call.workspaceId };
    });
    return sendFile(door.services, workspaceId, file, request, reply);
  });

  // The body is the file itself; ?name= is its name.
  app.post('/api/v1/conversations/:id/files', async (request, reply) => {
    if (!isId((request.params as { id: string }).id)) throw notFound('conversation');
    return reply.status(201).send(await uploadFile(door, request));
  });
};
