// Brings a file of an answer to the server, which brings it to WhatsApp.
import { type Uploaded, upload } from '#web/upload.ts';

/** As `upload`. */
export function uploadFile(
  conversationId: string,
  file: File,
  options?: Parameters<typeof upload>[2],
): Promise<Uploaded> {
  return upload(`/api/v1/conversations/${conversationId}/files`, file, options);
}
