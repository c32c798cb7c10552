// The files beside an answer: chosen, dropped or pasted, with captions, and how far each has gone up.
import { useEffect, useRef, useState } from 'react';
import { type Uploaded, uploadFile } from '#features/conversations/web/composer/upload-file.ts';
import { type Attachment, fileFault, MOST_FILES } from './attachments.ts';

export type Attachments = ReturnType<typeof useAttachments>;

let counted = 0;

export function useAttachments(conversationId: string) {
  const [list, setList] = useState<readonly Attachment[]>([]);
  /** By key: the part that has gone up, 0 to 1. */
  const [progress, setProgress] = useState<Readonly<Record<string, number>>>({});
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const clear = () => {
    setList([]);
    setProgress({});
  };
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
    remove: (key: string) => setList((before) => before.filter((one) => one.key !== key)),
    setCaption: (key: string, caption: string) =>
      setList((before) => before.map((one) => (one.key === key ? { ...one, caption } : one))),
    clear,
    /** Brings a file to the server once: when a later one fails, it is not sent again. Throws `ApiFailure`. */
    bring: async ({ key, file, fileId }: Attachment): Promise<string> => {
      if (fileId) return fileId;
      ending.current ??= new AbortController();
      const uploaded: Uploaded = await uploadFile(conversationId, file, {
        signal: ending.current.signal,
        onProgress: (part) => setProgress((before) => ({ ...before, [key]: part })),
      });
      setList((before) => before.map((one) => (one.key === key ? { ...one, fileId: uploaded.fileId } : one)));
      return uploaded.fileId;
    },
  };
}
