// Keeps what one types: at once in the browser, a moment later with the server, so that it is on every device.
import type { DraftSide } from '#features/conversations/drafts/drafts.contract.ts';

export type DraftPlace = { conversationId: string; side: DraftSide };

type World = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | null;
  /** Whose they are: person and workspace. */
  scope: string;
  /** Throws when it is to be tried again. */
  save(place: DraftPlace, text: string): Promise<void>;
};

/** Typing rests for this long before it is told. */
const REST_MS = 700;
const AGAIN_MS = 15_000;

export type DraftKeeper = ReturnType<typeof draftKeeper>;

export function draftKeeper({ storage, scope, save }: World) {
  const prefix = `rondine-draft:${scope}:`;
  /** What the server does not know yet; empty texts are drafts that are to go. */
  const unsaved = loadUnsaved(storage, prefix);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saving = new Set<string>();

  const put = (key: string, text: string | undefined) => {
    if (text === undefined) unsaved.delete(key);
    else unsaved.set(key, text);
    try {
      if (text === undefined) storage?.removeItem(prefix + key);
      else storage?.setItem(prefix + key, text);
    } catch {
      // Full or forbidden: it lives as long as the tab, and the server has it soon.
    }
  };
  const saveSoon = (key: string, afterMs: number) => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void saveOne(key), afterMs),
    );
  };
  /** One at a time for each place, so that an older text never arrives behind a newer one. */
  const saveOne = async (key: string): Promise<void> => {
    clearTimeout(timers.get(key));
    const text = unsaved.get(key);
    if (text === undefined || saving.has(key)) return;
    saving.add(key);
    let reached = true;
    try {
      await save(readPlace(key), text);
    } catch {
      reached = false;
    }
    saving.delete(key);
    if (!reached) saveSoon(key, AGAIN_MS);
    else if (unsaved.get(key) === text) put(key, undefined);
    else await saveOne(key);
  };
  return {
    /** What was typed here and is not with the server yet. */
    unsaved: (place: DraftPlace): string | undefined => unsaved.get(spellPlace(place)),
    change(place: DraftPlace, text: string): void {
      put(spellPlace(place), text);
      saveSoon(spellPlace(place), REST_MS);
    },
    /** Tells the server now, as when the page is left or the line is back. */
    flush: async (): Promise<void> => {
      await Promise.all([...unsaved.keys()].map(saveOne));
    },
  };
}

function spellPlace({ conversationId, side }: DraftPlace): string {
  return `${conversationId}:${side}`;
}

function readPlace(key: string): DraftPlace {
  const [conversationId = '', side] = key.split(':');
  return { conversationId, side: side as DraftSide };
}

function loadUnsaved(storage: World['storage'], prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; storage && at < storage.length; at++) {
    const key = storage.key(at);
    const text = key?.startsWith(prefix) ? storage.getItem(key) : null;
    if (key && text !== null) found.set(key.slice(prefix.length), text);
  }
  return found;
}
