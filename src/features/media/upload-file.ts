// Takes in a file that somebody wants to send from a conversation, and brings it to the provider.
import { buffer } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import { keepFile } from '#features/files/files.ts';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { badInput } from '#kit/errors.ts';
import type { Door } from '#operations/door.ts';
import { bringToProvider } from './bring-to-provider.ts';
import { saveProviderMedia } from './media.store.ts';
import { kindOf, sendableType } from './media-kinds.ts';
import { takeSendable } from './take-sendable.ts';

export type Uploaded = {
  fileId: string;
  name: string;
  mimeType: string;
  size: number;
  kind: ReturnType<typeof kindOf>;
};

/**
 * No transaction is open while bytes move. Throws `not_found` for a conversation that the caller may not see,
 * `too_large`, `file_type_refused`, and `upload_refused` with the provider's words.
 */
export async function uploadFile(door: Door, request: FastifyRequest): Promise<Uploaded> {
  const { id } = request.params as { id: string };
  const { name = 'file' } = request.query as { name?: unknown };
  if (typeof name !== 'string') throw badInput([{ path: 'name', message: 'Give one name' }]);
  const { workspaceId, numberId, provider } = await door.inWorkspace(request, 'chats:write', async (call) => {
    const thread = await visibleThread(call, id);
    const { numberId } = thread;
    return { workspaceId: call.workspaceId, numberId, provider: await providerForNumber(call, numberId) };
  });
  const { services } = door;
  const given = {
    bytes: request.raw,
    name,
    purpose: 'message',
    declaredType: request.headers['content-type'],
  };
  const file = await takeSendable(services, workspaceId, given, async (taken) => {
    const bytes = await buffer(await services.files.read(workspaceId, taken.id));
    const mimeType = sendableType(taken.mimeType);
    const mediaId = await bringToProvider(provider, { fileName: taken.name, mimeType, bytes });
    await door.inWorkspace(request, 'chats:write', async (call) => {
      await keepFile(call, taken);
      await saveProviderMedia(call, { numberId, fileId: taken.id, mediaId });
    });
  });
  const { id: fileId, mimeType, size } = file;
  return { fileId, name: file.name, mimeType, size, kind: kindOf(mimeType) };
}
