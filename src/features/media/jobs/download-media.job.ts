// Fetches the file of a received message from the provider into our own store.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { dropBytes, keepFile, type StoredFile, takeBytes } from '#features/files/files.ts';
import { findMessageMedia, setMediaState } from '#features/media/media.store.ts';
import { LARGEST_OF_ALL } from '#features/media/media-kinds.ts';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { inCall } from '#operations/in-call.ts';
import { Id } from '#operations/operation.ts';
import type { Services } from '#operations/services.ts';
import { ProviderError } from '#whatsapp/port.ts';

type Payload = { workspaceId: string; messageId: string };

/** WhatsApp keeps what customers send for 7 days: attempts go on for eight, the later ones every six hours. */
const UNTIL_GONE = 40;
/** Meta's answer about an id that it does not know, or no longer. */
const NO_SUCH_OBJECT = 100;
const GONE = 'WhatsApp no longer has this file: it keeps files for 7 days. Ask for it again.';

export const downloadMediaJob = defineJob({
  name: 'media.download',
  payload: z.object({ workspaceId: Id, messageId: Id }),
  maxAttempts: UNTIL_GONE,
  async run(services, payload) {
    const wanted = await services.db.inWorkspace(payload.workspaceId, async (tx) => {
      const call = { tx, workspaceId: payload.workspaceId, services };
      const media = await findMessageMedia(call, payload.messageId);
      if (!media?.mediaId || media.state === 'ready') return undefined;
      return { ...media, mediaId: media.mediaId, provider: await providerForNumber(call, media.numberId) };
    });
    if (!wanted) return;
    let file: StoredFile;
    try {
      const download = await wanted.provider.downloadMedia(wanted.mediaId, { maxBytes: LARGEST_OF_ALL });
      const declaredType = download.mimeType;
      const name = wanted.fileName ?? `${payload.messageId.slice(-8)}.${extensionOf(declaredType)}`;
      file = await takeBytes(
        services,
        payload.workspaceId,
        { bytes: download.stream, name, purpose: 'message', maxBytes: LARGEST_OF_ALL, declaredType },
        now(),
      );
    } catch (error) {
      const words = finalWords(error);
      // Anything else may pass: the queue tries again later.
      if (words === undefined) throw error;
      return settle(services, payload, { state: 'failed', failure: words });
    }
    try {
      await settle(services, payload, { state: 'ready', file });
    } catch (error) {
      await dropBytes(services, payload.workspaceId, file.id);
      throw error;
    }
  },
});

/** Why fetching again would not help, in words; undefined when it may. */
function finalWords(error: unknown): string | undefined {
  if (error instanceof AppError && error.code === 'too_large') return error.message;
  if (!(error instanceof ProviderError) || error.failure.retry !== 'no') return undefined;
  const { code, stops, message } = error.failure;
  if (code === NO_SUCH_OBJECT) return GONE;
  // A refused token or a restricted account says nothing about the file: it is fetched once that is mended.
  if (stops === 'number' || stops === 'account') return undefined;
  return message;
}

function settle(
  services: Services,
  { workspaceId, messageId }: Payload,
  result: { state: 'ready'; file: StoredFile } | { state: 'failed'; failure: string },
): Promise<void> {
  return inCall(services, workspaceId, async (own) => {
    const call = { ...own, actor: { kind: 'system', name: 'WhatsApp' } as const };
    const media = await findMessageMedia(call, messageId);
    if (!media) throw new AppError('not_found', 'The message of this file is gone.');
    if (result.state === 'ready') {
      await keepFile(call, result.file);
      await setMediaState(call, messageId, { state: 'ready', fileId: result.file.id });
    } else await setMediaState(call, messageId, result);
    await publish(call, 'message.changed', messageId, { conversationId: media.conversationId });
  });
}

function extensionOf(mimeType: string): string {
  const type = mimeType.split(';')[0]!.trim();
  const known: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/mpeg': 'mp3', 'text/plain': 'txt' };
  return (
    known[type] ??
    type
      .split('/')[1]
      ?.replace(/[^a-z0-9]/gi, '')
      .slice(0, 8) ??
    'bin'
  );
}
