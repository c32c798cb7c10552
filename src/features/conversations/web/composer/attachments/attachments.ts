// Files that go with an answer: which kind each becomes, and what WhatsApp would not take. Pure.
import { kindOf, LARGEST, type MediaKind, takenType } from '#features/media/media-kinds.ts';

/** A file that the server keeps, and where the browser shows it from. */
export type KeptFile = { name: string; type: string; size: number; url: string };

export type Attachment = {
  key: string;
  /** Of this computer, or with a `fileId` from the start. */
  file: File | KeptFile;
  caption: string;
  /** Recorded here: shown as a voice note. */
  voiceNote?: boolean;
  /** What the server answered when it was sent there. */
  fileId?: string;
};

export type FileFault =
  | { fault: 'empty' | 'refused' }
  | { fault: 'tooLarge'; kind: MediaKind; largest: number };

export const MOST_FILES = 10;

export function fileFault({ size, type }: Pick<File, 'size' | 'type'>): FileFault | null {
  const kind = kindOf(type);
  if (size === 0) return { fault: 'empty' };
  // Without a type the server looks at the bytes.
  if (type && !takenType(type)) return { fault: 'refused' };
  return size > LARGEST[kind] ? { fault: 'tooLarge', kind, largest: LARGEST[kind] } : null;
}

export function takesCaption({ type }: Pick<File, 'type'>): boolean {
  return ['image', 'video', 'document'].includes(kindOf(type));
}
