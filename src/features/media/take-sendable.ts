// Takes in the bytes of a file that WhatsApp would take, and does something with it before it stays.
import { dropBytes, type NewFile, type StoredFile, takeBytes } from '#features/files/files.ts';
import { now } from '#kit/clock.ts';
import type { Services } from '#operations/services.ts';
import { checkSize, kindOf, LARGEST_OF_ALL, sendableType } from './media-kinds.ts';

type Given = Pick<NewFile, 'bytes' | 'name' | 'purpose'> & { declaredType: string | undefined };

/**
 * `keep` writes the row; when it throws, the bytes are dropped. No transaction is open while they move. Throws
 * `too_large` and `file_type_refused`.
 */
export async function takeSendable(
  services: Pick<Services, 'files'>,
  workspaceId: string,
  { declaredType, ...given }: Given,
  keep: (file: StoredFile) => Promise<void>,
): Promise<StoredFile> {
  const taken = { ...given, maxBytes: LARGEST_OF_ALL, ...(declaredType ? { declaredType } : {}) };
  const file = await takeBytes(services, workspaceId, taken, now());
  try {
    checkSize(kindOf(file.mimeType), file.size);
    sendableType(file.mimeType);
    await keep(file);
    return file;
  } catch (error) {
    await dropBytes(services, workspaceId, file.id);
    throw error;
  }
}
