// Makes of what was written what the server is asked to send: files go up first, and need the line.
import type { Outgoing } from '#features/conversations/web/outbox/outbox.ts';
import { requestJson } from '#web/request.ts';
import type { Answer } from './use-answer.ts';

/** Throws `ApiFailure` when the file could not be stored; without a file it works offline. */
export async function prepareAnswer(conversationId: string, { text, file }: Answer): Promise<Outgoing> {
  const fileId = file ? await upload(conversationId, file) : undefined;
  const words = text.trim();
  return { ...(words ? { text: words } : {}), ...(fileId ? { fileId } : {}) };
}

async function upload(conversationId: string, file: File): Promise<string> {
  const path = `/api/v1/conversations/${conversationId}/files?name=${encodeURIComponent(file.name)}`;
  const { fileId } = await requestJson<{ fileId: string }>('POST', path, file);
  return fileId;
}
