// Which message the next answer quotes: chosen in the thread, shown and sent by the composer.
import { useSyncExternalStore } from 'react';
import type { Message } from '#features/conversations/conversations.contract.ts';

export type Quoted = { id: string; direction: 'in' | 'out'; preview: string };

const quoted = new Map<string, Quoted>();
const watchers = new Set<() => void>();

function tell(): void {
  for (const watch of watchers) watch();
}

function subscribe(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

export function quote(conversationId: string, message: Quoted | null): void {
  if (message) quoted.set(conversationId, message);
  else quoted.delete(conversationId);
  tell();
}

export function useQuoted(conversationId: string): Quoted | null {
  return useSyncExternalStore(subscribe, () => quoted.get(conversationId) ?? null);
}

/** What has a bubble that WhatsApp lets one quote or react to, and was sent. */
export function isQuotable({ kind, state, content }: Message): boolean {
  return (
    kind !== 'reaction' &&
    kind !== 'system' &&
    content.withdrawn !== true &&
    !['queued', 'uncertain', 'failed'].includes(state)
  );
}

export function quotedOf({ id, direction, kind, content }: Message): Quoted {
  const word = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  const shown = content.shown as { body?: string } | undefined;
  const words = ['text', 'caption', 'body', 'title', 'emoji', 'fileName'].map(word).find(Boolean);
  const preview = (shown?.body || words || '').replace(/\s+/g, ' ').trim().slice(0, 160);
  return { id, direction, preview: preview || `[${kind}]` };
}
