// Everything that is kept of one contact as a zip, streamed: `contact.json`, and each conversation with its media.
import { Readable } from 'node:stream';
import { chatEntries, type InCall } from '#features/conversations/conversations.ts';
import { audit } from '#features/people/people.ts';
import { AppError, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import { querySwitch } from '#kit/query-switch.ts';
import { type ZipEntry, zipStream } from '#kit/zip-stream.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { readContact } from './read-contact.ts';

export const portabilityRoutes: FeatureRoutes = (app, door) => {
  // ?notes=true takes along what the team wrote for itself.
  app.get('/api/v1/contacts/:id/export.zip', async (request, reply) => {
    const { id } = request.params as { id: string };
    const notes = querySwitch(request.query, 'notes');
    const inCall: InCall = (work) =>
      door.inWorkspace(request, 'contacts:disclose', (call) => {
        // Half of what is kept would be told as if it were all.
        if (!call.permissions.has('chats:all'))
          throw new AppError('forbidden', 'This needs the permission to see every conversation too.');
        return work(call);
      });
    await inCall(async (call) => {
      if (!isId(id)) throw notFound('contact');
      await readContact(call, id, { notes });
      await audit.record(call, {
        action: 'contact.exported',
        subjectType: 'contact',
        subjectId: id,
        details: { notes },
      });
    });
    return reply
      .headers({
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="contact.zip"',
        'cache-control': 'no-store',
      })
      .send(zipStream(contactEntries(inCall, id, notes)));
  });
};

async function* contactEntries(inCall: InCall, id: string, notes: boolean): AsyncGenerator<ZipEntry> {
  const contact = await inCall((call) => readContact(call, id, { notes }));
  yield {
    path: 'contact.json',
    bytes: Readable.from([`${JSON.stringify(contact, null, 2)}\n`]),
    at: new Date(contact.exportedAt),
  };
  for (const { id: conversationId, folder } of contact.chats)
    yield* chatEntries(inCall, { conversationId, folder, notes });
}
