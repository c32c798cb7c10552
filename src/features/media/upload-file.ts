// Takes in a file that somebody wants to send from a conversation, and brings it to the provider.
import { buffer } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import { dropBytes, keepFile, takeBytes } from '#features/files/files.ts';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { now } from '#kit/clock.ts';
import { AppError, badInput } from '#kit/errors.ts';
import type { Door } from '#operations/door.ts';
import { ProviderError, type WhatsAppProvider } from '#whatsapp/port.ts';
import { saveProviderMedia } from './media.store.ts';
import { checkSize, kindOf, LARGEST_OF_ALL, sendableType } from './media-kinds.ts';

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
  const declaredType = request.headers['content-type'];
  const file = await takeBytes(
    services,
    workspaceId,
    {
      bytes: request.raw,
      name,
      purpose: 'message',
      maxBytes: LARGEST_OF_ALL,
      ...(declaredType ? { declaredType } : {}),
    },
    now(),
  );
  try {
    const kind = kindOf(file.mimeType);
    checkSize(kind, file.size);
    const mimeType = sendableType(file.mimeType);
    const bytes = await buffer(await services.files.read(workspaceId, file.id));
    const mediaId = await bring(provider, { fileName: file.name, mimeType, bytes });
    await door.inWorkspace(request, 'chats:write', async (call) => {
      await keepFile(call, file);
      await saveProviderMedia(call, { numberId, fileId: file.id, mediaId });
    });
    return { fileId: file.id, name: file.name, mimeType: file.mimeType, size: file.size, kind };
  } catch (error) {
    await dropBytes(services, workspaceId, file.id);
    throw error;
  }
}

async function bring(
  provider: WhatsAppProvider,
  file: { fileName: string; mimeType: string; bytes: Uint8Array },
): Promise<string> {
  try {
    return (await provider.uploadMedia(file)).mediaId;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError('upload_refused', error.failure.message, {
      status: 422,
      details: { reason: error.failure.detail ?? null },
      cause: error,
    });
  }
}
