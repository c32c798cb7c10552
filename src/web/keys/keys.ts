// Keys of the page: components register what they offer, one listener runs it, and the sheet shows them all.
import { useEffect, useRef, useSyncExternalStore } from 'react';

export type KeyBinding = {
  /** One key, with `mod+`, `alt+` or `shift+` before it; letters in lower case: `j`, `/`, `shift+a`, `mod+enter`. */
  key: string;
  /** What it does, for the sheet. */
  label: string;
  /** Left out where the field in which one types acts on the key by itself: the sheet only tells of it. */
  run?: (event: KeyboardEvent) => void;
  /** Also while one types; by default only outside of fields. */
  whileTyping?: boolean;
};

export type KeyGroup = { title: string; bindings: readonly KeyBinding[] };

let groups: readonly { current: KeyGroup }[] = [];
const watchers = new Set<() => void>();

function setGroups(next: typeof groups): void {
  groups = next;
  for (const watch of watchers) watch();
}

/** Offers `bindings` as long as the component is there; of two for the same key the one that came last runs. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const group = useRef<KeyGroup>({ title, bindings });
  group.current = { title, bindings };
  useEffect(() => {
    setGroups([...groups, group]);
    return () => setGroups(groups.filter((other) => other !== group));
  }, []);
}

/** What is offered now, for the sheet. */
export function useKeyGroups(): readonly KeyGroup[] {
  const now = useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => groups,
  );
  return now.map((group) => group.current).filter((group) => group.bindings.length > 0);
}

/** Runs the binding of a key press; used once, by the shell. */
export function useKeyListener(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = spellKey(event);
      const typing = isTyping(event.target);
      // A dialog has the keyboard to itself.
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      for (const { current } of groups.toReversed()) {
        const binding = current.bindings.find(
          (one) => one.run && one.key === pressed && (one.whileTyping || !typing),
        );
        if (!binding?.run) continue;
        event.preventDefault();
        binding.run(event);
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** As bindings spell it. Signs that need Shift on some keyboards, such as `?`, are spelt without it. */
export function spellKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { code?: string },
): string {
  // With Alt some keyboards write another sign, or begin one: the key that was pressed says which letter it is.
  const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code ?? '')?.[1] : undefined;
  const key = (letter ?? event.key).toLowerCase();
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  const shift = event.shiftKey && !isSign ? 'shift+' : '';
  return `${mod}${alt}${shift}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
