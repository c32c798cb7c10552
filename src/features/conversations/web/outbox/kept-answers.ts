// Keeps waiting answers in the browser, one entry each, so that tabs do not overwrite one another's.
import type { Kept, Waiting } from './outbox.ts';

/** Of one person in one workspace. Where storage is full or forbidden they live as long as the tab. */
export function keptAnswers(scope: string, storage: Storage | null): Kept {
  const prefix = `rondine-outbox:${scope}:`;
  const unkept = new Map<string, Waiting>();
  return {
    all() {
      const found = new Map(unkept);
      for (let at = 0; storage && at < storage.length; at++) {
        const key = storage.key(at);
        if (!key?.startsWith(prefix)) continue;
        const waiting = readWaiting(storage.getItem(key));
        if (waiting) found.set(waiting.id, waiting);
      }
      return [...found.values()];
    },
    put(waiting) {
      try {
        if (!storage) throw new Error('No storage.');
        storage.setItem(prefix + waiting.id, JSON.stringify(waiting));
        unkept.delete(waiting.id);
      } catch {
        unkept.set(waiting.id, waiting);
      }
    },
    remove(id) {
      unkept.delete(id);
      storage?.removeItem(prefix + id);
    },
    watch(changed) {
      window.addEventListener('storage', (event) => {
        if (event.key === null || event.key.startsWith(prefix)) changed();
      });
    },
  };
}

/** Null for what is not one, as after a change of the product. */
function readWaiting(text: string | null): Waiting | null {
  try {
    const waiting = JSON.parse(text ?? '') as Waiting;
    return typeof waiting.id === 'string' && typeof waiting.conversationId === 'string' && waiting.input
      ? waiting
      : null;
  } catch {
    return null;
  }
}
