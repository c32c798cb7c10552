// One conversation as a zip, JSON with its media, streamed to who may see it.
import { audit } from '#features/people/people.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { querySwitch } from '#kit/query-switch.ts';
import { zipStream } from '#kit/zip-stream.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { chatEntries, type InCall } from './chat-entries.ts';

export const exportZipRoutes: FeatureRoutes = (app, door) => {
  // ?notes=true takes the team's notes along.
  app.get('/api/v1/conversations/:id/export.zip', async (request, reply) => {
    const { id } = request.params as { id: string };
    const notes = querySwitch(request.query, 'notes');
    const inCall: InCall = (work) => door.inWorkspace(request, 'chats:read', work);
    await inCall(async (call) => {
      if (!isId(id)) throw notFound('conversation');
      await visibleThread(call, id);
      await audit.record(call, {
        action: 'chat.exported',
        subjectType: 'conversation',
        subjectId: id,
        details: { format: 'zip', notes },
      });
    });
    return reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="chat.zip"',
        'cache-control': 'no-store',
      })
      .send(zipStream(chatEntries(inCall, { conversationId: id, folder: '', notes })));
  });
};
