// Sends an answer: its file first, then the message that holds it.
import type { Message } from '#features/conversations/conversations.contract.ts';
import { client } from '#web/api.ts';
import { requestJson } from '#web/request.ts';
import type { Answer } from './use-answer.ts';

/** Throws `ApiFailure`. */
export async function sendAnswer(conversationId: string, { text, file }: Answer): Promise<Message> {
  const fileId = file ? await upload(conversationId, file) : undefined;
  const words = text.trim();
  return client.conversations.send({
    id: conversationId,
    ...(words ? { text: words } : {}),
    ...(fileId ? { fileId } : {}),
  });
}

async function upload(conversationId: string, file: File): Promise<string> {
  const path = `/api/v1/conversations/${conversationId}/files?name=${encodeURIComponent(file.name)}`;
  const { fileId } = await requestJson<{ fileId: string }>('POST', path, file);
  return fileId;
}
