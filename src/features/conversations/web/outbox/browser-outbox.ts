// The outbox of this tab: kept in the browser, sending through the API, showing in the thread what was sent.
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { api, client } from '#web/api.ts';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import { liveState } from '#web/live.ts';
import { browserStorage } from '#web/remembered.ts';
import { keptAnswers } from './kept-answers.ts';
import { timeOrderedId } from './message-id.ts';
import { createOutbox, type Outbox, type Waiting } from './outbox.ts';

/** How long the server may take for one answer; asked again then, it knows the message by its id. */
const PATIENCE_MS = 20_000;

let current: { scope: string; outbox: Outbox } | null = null;

/** The outbox of a person in a workspace; another one's stops. */
export function outboxOf(queryClient: QueryClient, userId: string, workspaceId: string): Outbox {
  const scope = `${userId}:${workspaceId}`;
  if (current?.scope === scope) return current.outbox;
  current?.outbox.stop();
  const lock = `rondine-outbox:${scope}`;
  const outbox = createOutbox({
    kept: keptAnswers(scope, browserStorage()),
    send: async (waiting) => {
      // The tab may show another workspace by now: this one's answers wait until it is shown again.
      if (currentWorkspaceId() !== workspaceId) throw new TypeError('Another workspace is shown.');
      showSent(queryClient, waiting.conversationId, await send(waiting));
    },
    alone: async (work) => {
      if (navigator.locks) await navigator.locks.request(lock, work);
      else await work();
    },
    newId: timeOrderedId,
    now: () => new Date(),
  });
  current = { scope, outbox };
  void outbox.drain();
  return outbox;
}

const wake = () => current?.outbox.wake();
window.addEventListener('online', wake);
liveState.subscribe(() => {
  if (liveState.read() === 'live') wake();
});

function send({ id, conversationId, input }: Waiting): Promise<Message> {
  return client.conversations.send(
    { ...input, id: conversationId, messageId: id },
    { signal: AbortSignal.timeout(PATIENCE_MS) },
  );
}

type Page = { items: TimelineItem[]; hasNewer: boolean };

/** Puts it in the thread before it leaves the outbox, so that it is always to be seen, and once. */
function showSent(queryClient: QueryClient, conversationId: string, message: Message): void {
  const latest = queryClient.getQueryCache().findAll({ queryKey: api.conversations.timeline.key() });
  for (const { queryKey } of latest) {
    const { input } = (queryKey[1] ?? {}) as { input?: { id?: string } };
    if (input?.id !== conversationId) continue;
    queryClient.setQueryData<InfiniteData<Page>>(queryKey, (before) => {
      const [page, ...older] = before?.pages ?? [];
      // Elsewhere in the conversation it has no place yet.
      if (!before || !page || page.hasNewer || page.items.some((item) => item.id === message.id))
        return before;
      const item: TimelineItem = { type: 'message', id: message.id, at: message.at, message };
      return { ...before, pages: [{ ...page, items: [item, ...page.items] }, ...older] };
    });
  }
  void queryClient.invalidateQueries({ queryKey: api.conversations.timeline.key() });
  void queryClient.invalidateQueries({ queryKey: api.conversations.list.key() });
}
