// The files beside an answer: chosen, dropped or pasted, with captions, and how far each has gone up.
import { useCallback } from 'react';
import { keptByConversation } from '#features/conversations/web/composer/kept-by-conversation.ts';
import { uploadFile } from '#features/conversations/web/composer/upload-file.ts';
import { type Attachment, fileFault, type KeptFile, MOST_FILES } from './attachments.ts';

export type Attachments = ReturnType<typeof useAttachments>;

let counted = 0;

const none: readonly Attachment[] = [];
const useKeptFiles = keptByConversation(none);
const untouched: Readonly<Record<string, number>> = {};
const useKeptProgress = keptByConversation(untouched);

export function useAttachments(conversationId: string) {
  const [list, setList] = useKeptFiles(conversationId);
  /** By key: the part that has gone up, 0 to 1. */
  const [progress, setProgress] = useKeptProgress(conversationId);
  /** One that the server has already. */
  const addKept = useCallback(
    (file: KeptFile, fileId: string) =>
      setList((before) =>
        before.length < MOST_FILES && !before.some((one) => one.fileId === fileId)
          ? [...before, { key: String(++counted), file, caption: '', fileId }]
          : before,
      ),
    [setList],
  );
  return {
    list,
    progress,
    hasFault: list.some(({ file }) => fileFault(file) !== null),
    add: (files: Iterable<File>) =>
      setList((before) => [
        ...before,
        ...[...files]
          .slice(0, Math.max(0, MOST_FILES - before.length))
          .map((file) => ({ key: String(++counted), file, caption: '' })),
      ]),
    addVoiceNote: (file: File, voiceNote: boolean) =>
      setList((before) => [...before, { key: String(++counted), file, caption: '', voiceNote }]),
    addKept,
    remove: (key: string) => setList((before) => before.filter((one) => one.key !== key)),
    setCaption: (key: string, caption: string) =>
      setList((before) => before.map((one) => (one.key === key ? { ...one, caption } : one))),
    /** Takes those away that have gone; what was added meanwhile stays. */
    letGo: (gone: readonly Attachment[]) => {
      const keys = new Set(gone.map((one) => one.key));
      setList((before) => {
        const left = before.filter((one) => !keys.has(one.key));
        return left.length > 0 ? left : none;
      });
      setProgress(untouched);
    },
    /**
     * Brings a file to the server once: when a later one fails, it is not sent again. Goes on in other conversations.
     * Throws `ApiFailure`.
     */
    bring: async ({ key, file, fileId }: Attachment): Promise<string> => {
      if (fileId) return fileId;
      const uploaded = await uploadFile(conversationId, file as File, {
        onProgress: (part) => setProgress((before) => ({ ...before, [key]: part })),
      });
      setList((before) => before.map((one) => (one.key === key ? { ...one, fileId: uploaded.fileId } : one)));
      return uploaded.fileId;
    },
  };
}
