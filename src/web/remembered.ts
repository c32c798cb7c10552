// Small choices that a browser remembers for a person: theme, rail, columns. Losing them harms nothing.
import { useCallback, useSyncExternalStore } from 'react';

const prefix = 'rondine-';
const listeners = new Set<() => void>();

/** What the browser keeps for this site; null where it keeps nothing. */
export function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The remembered text, or null; null as well where storage is forbidden. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Remembers `value`, or forgets the key when it is null. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // A full or forbidden storage costs only the memory of a choice.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A remembered text as React state, shared by all components that use the same key. */
export function useRemembered(key: string): [string | null, (value: string | null) => void] {
  const read = () => remembered(key);
  const value = useSyncExternalStore(subscribe, read, read);
  return [value, useCallback((next: string | null) => remember(key, next), [key])];
}
