// The drafts of this tab: told to the server, and to the list that marks conversations with one.
import type { QueryClient } from '@tanstack/react-query';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import type { Drafts } from '#features/conversations/drafts/drafts.contract.ts';
import { api, client } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import { browserStorage } from '#web/remembered.ts';
import { type DraftKeeper, type DraftPlace, draftKeeper } from './draft-keeper.ts';

let current: { scope: string; keeper: DraftKeeper } | null = null;

/** The drafts of a person in a workspace. */
export function draftsOf(queryClient: QueryClient, userId: string, workspaceId: string): DraftKeeper {
  const scope = `${userId}:${workspaceId}`;
  if (current?.scope === scope) return current.keeper;
  const keeper = draftKeeper({
    storage: browserStorage(),
    scope,
    save: async (place, text) => {
      if (currentWorkspaceId() !== workspaceId) throw new TypeError('Another workspace is shown.');
      await save(queryClient, place, text);
    },
  });
  current = { scope, keeper };
  void keeper.flush();
  return keeper;
}

const flush = () => void current?.keeper.flush();
window.addEventListener('online', flush);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') flush();
});

async function save(queryClient: QueryClient, { conversationId: id, side }: DraftPlace, text: string) {
  try {
    await client.conversations.saveDraft({ id, side, text });
  } catch (error) {
    const { status } = toApiFailure(error);
    // A conversation that is gone takes its draft along; all else is tried again.
    if (status === 0 || status >= 500 || status === 429 || status === 401) throw error;
    return;
  }
  const { queryKey } = api.conversations.drafts.queryOptions({ input: { id } });
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<Drafts>(queryKey, (before) => before && { ...before, [side]: text });
  if (side === 'reply') markInList(queryClient, id, text.trim() === '' ? null : text.slice(0, 200));
}

type Listed = { items?: Conversation[]; pages?: { items: Conversation[] }[] };

function markInList(queryClient: QueryClient, id: string, draft: string | null): void {
  const mark = (items: Conversation[]) => items.map((one) => (one.id === id ? { ...one, draft } : one));
  queryClient.setQueriesData<Listed>({ queryKey: api.conversations.list.key() }, (before) => ({
    ...before,
    ...(before?.items ? { items: mark(before.items) } : {}),
    ...(before?.pages ? { pages: before.pages.map((page) => ({ ...page, items: mark(page.items) })) } : {}),
  }));
}
