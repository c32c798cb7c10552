// The files of an exported conversation: its media under their names, then `messages.json`, which says where each is.
import { Readable } from 'node:stream';
import { readFile } from '#features/files/files.ts';
import { type VisibleThread, visibleThread } from '#features/threads/threads.ts';
import { AppError } from '#kit/errors.ts';
import { honestName } from '#kit/honest-name.ts';
import type { ZipEntry } from '#kit/zip-stream.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import { type ChatFile, readChatFiles } from './chat-files.ts';
import { CHAT_FORMAT } from './exported-chat.contract.ts';
import { readHead, readItems, type WhereFile } from './read-exported.ts';

/** Runs `work` in a transaction of its own, with the caller's rights of that moment. */
export type InCall = <T>(work: (call: Call) => Promise<T>) => Promise<T>;
export type ChatToExport = {
  conversationId: string;
  /** Folder in the zip, with a `/` at its end, or empty. */
  folder: string;
  /** Whether the team's notes and what was done with the conversation go along. */
  notes: boolean;
};

const PAGE = 250;
const BEGINNING = { at: '1970-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' };

/**
 * No transaction stays open while a slow reader takes its time. Throws `not_found` as soon as the caller may not see
 * the conversation, also half-way.
 */
export async function* chatEntries(inCall: InCall, chat: ChatToExport): AsyncGenerator<ZipEntry> {
  const files = new Map<string, WhereFile>();
  yield* media(inCall, chat, files);
  const exportedAt = await inCall(async (call) => call.now);
  yield {
    path: `${chat.folder}messages.json`,
    bytes: Readable.from(messagesJson(inCall, chat, files, exportedAt)),
    at: exportedAt,
  };
}

async function* media(
  inCall: InCall,
  chat: ChatToExport,
  files: Map<string, WhereFile>,
): AsyncGenerator<ZipEntry> {
  /** Where each content is, by its digest. */
  const packed = new Map<string, string>();
  for (let after = BEGINNING, more = true; more; ) {
    const page = await seen(inCall, chat, (call, thread) => readChatFiles(call, thread, PAGE, after));
    for (const one of page) {
      const { file, messageId } = one;
      const known = file && packed.get(file.sha256);
      const bytes = file && !known ? await open(inCall, file) : null;
      if (file && bytes) {
        const number = String(packed.size + 1).padStart(4, '0');
        const path = `media/${number}-${honestName(file.name, file.mimeType)}`;
        packed.set(file.sha256, path);
        files.set(messageId, { path, missing: null });
        yield { path: chat.folder + path, bytes, at: one.at, packed: isPacked(file.mimeType) };
      } else files.set(messageId, known ? { path: known, missing: null } : { path: null, missing: why(one) });
    }
    more = page.length === PAGE;
    const last = page.at(-1);
    if (last) after = { at: iso(last.at), id: last.messageId };
  }
}

async function* messagesJson(
  inCall: InCall,
  chat: ChatToExport,
  files: ReadonlyMap<string, WhereFile>,
  exportedAt: Date,
): AsyncGenerator<string> {
  const conversation = await seen(inCall, chat, readHead);
  const head = { format: CHAT_FORMAT, exportedAt: iso(exportedAt), conversation, withNotes: chat.notes };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`;
  let first = true;
  for (let after = BEGINNING, more = true; more; ) {
    const page = await seen(inCall, chat, (call, thread) =>
      readItems(call, thread, PAGE, after, { notes: chat.notes, files }),
    );
    for (const item of page.items) {
      yield `${first ? '' : ','}\n    ${JSON.stringify(item)}`;
      first = false;
    }
    const last = page.items.at(-1);
    more = page.more && last !== undefined;
    if (last) after = { at: last.at, id: last.id };
  }
  yield '\n  ]\n}\n';
}

function seen<T>(
  inCall: InCall,
  { conversationId }: ChatToExport,
  work: (call: Call, thread: VisibleThread) => Promise<T>,
): Promise<T> {
  return inCall(async (call) => work(call, await visibleThread(call, conversationId)));
}

/** Null when the bytes are gone. */
function open(inCall: InCall, file: { bytesId: string }): Promise<Readable | null> {
  return inCall((call) =>
    readFile(call, file).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }),
  );
}

function why({ state, failure, file }: ChatFile): string {
  if (state === 'waiting') return 'It has not come from WhatsApp yet.';
  if (failure) return failure;
  return file ? 'Its bytes are no longer in the store of files.' : 'It was deleted.';
}

function isPacked(mimeType: string): boolean {
  return /^(image\/(?!svg|bmp)|video\/|audio\/|application\/(zip|pdf|vnd\.openxml))/.test(mimeType);
}
