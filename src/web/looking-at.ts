// Which conversation is open on the page, so that nobody is told of messages that they are reading.
import { useEffect, useSyncExternalStore } from 'react';

let open: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Called by what shows a conversation, for as long as it shows it. */
export function useShowsConversation(id: string): void {
  useEffect(() => {
    set(id);
    return () => set(null);
  }, [id]);
}

/** The conversation that is open, or null. */
export function useOpenConversation(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
