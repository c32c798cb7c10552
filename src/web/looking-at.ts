// Which conversation is open on the page and whether one writes in it: nobody is told of what they read, colleagues see it.
import { useEffect, useSyncExternalStore } from 'react';

const restMs = 5_000;

let open: string | null = null;
let typing: number | undefined;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  open = next;
  rest();
}

function rest(): void {
  window.clearTimeout(typing);
  typing = undefined;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Called by what shows a conversation, for as long as it shows it. */
export function useShowsConversation(id: string): void {
  useEffect(() => {
    set(id);
    return () => set(null);
  }, [id]);
}

/** Called at what is put into the open conversation's fields; it rests when nothing more comes for a while. */
export function noteTyping(): void {
  const began = typing === undefined;
  window.clearTimeout(typing);
  typing = window.setTimeout(rest, restMs);
  if (began) tell();
}

/** The conversation that is open, or null. */
export function useOpenConversation(): string | null {
  return useSyncExternalStore(subscribe, () => open);
}

/** Whether one is writing in it. */
export function useIsTyping(): boolean {
  return useSyncExternalStore(subscribe, () => typing !== undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
