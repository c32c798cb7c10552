// The outbox in components: what waits in a conversation, shown as messages of the thread.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { useSession, useWorkspace } from '#web/session.ts';
import { outboxOf } from './browser-outbox.ts';
import type { Outbox, Waiting } from './outbox.ts';

export function useOutbox(): Outbox {
  const { user } = useSession();
  const workspaceId = useWorkspace()?.id ?? '';
  return outboxOf(useQueryClient(), user.id, workspaceId);
}

/** `items` with what waits behind them; what the server shows already is not shown twice. */
export function useWithWaiting(
  outbox: Outbox,
  conversationId: string,
  items: readonly TimelineItem[],
): readonly TimelineItem[] {
  const { user } = useSession();
  const all = useSyncExternalStore(outbox.subscribe, outbox.read);
  return useMemo(() => {
    const waiting = all.filter((one) => one.conversationId === conversationId);
    if (waiting.length === 0) return items;
    const there = new Set(items.map((item) => item.id));
    return [...items, ...waiting.filter((one) => !there.has(one.id)).map((one) => asItem(one, user))];
  }, [all, conversationId, items, user]);
}

function asItem(
  { id, input, label, at, failure }: Waiting,
  author: { id: string; name: string },
): TimelineItem {
  const message: Message = {
    id,
    direction: 'out',
    kind: 'text',
    content: { type: 'text', text: input.text || label },
    state: failure ? 'failed' : 'queued',
    at,
    author: { kind: 'person', id: author.id, name: author.name },
    campaignId: null,
    waitsUntil: null,
    replyTo: null,
    reactions: [],
    failure: null,
    media: null,
  };
  return { type: 'message', id, at, message };
}
