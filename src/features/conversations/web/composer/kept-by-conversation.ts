// What was begun in a conversation and is not sent, kept as long as the browser's tab: each conversation has its own.
import { useCallback, useSyncExternalStore } from 'react';

type Change<T> = T | ((before: T) => T);

/** A hook like `useState` whose value belongs to a conversation; `empty` where nothing was begun. */
export function keptByConversation<T>(empty: T) {
  const kept = new Map<string, T>();
  const watchers = new Set<() => void>();
  const subscribe = (watch: () => void) => {
    watchers.add(watch);
    return () => watchers.delete(watch);
  };
  const read = (conversationId: string): T => kept.get(conversationId) ?? empty;
  const change = (conversationId: string, next: Change<T>) => {
    const value = typeof next === 'function' ? (next as (before: T) => T)(read(conversationId)) : next;
    if (value === empty) kept.delete(conversationId);
    else kept.set(conversationId, value);
    for (const watch of watchers) watch();
  };
  return (conversationId: string): [T, (next: Change<T>) => void] => {
    const value = useSyncExternalStore(subscribe, () => read(conversationId));
    const set = useCallback((next: Change<T>) => change(conversationId, next), [conversationId]);
    return [value, set];
  };
}
