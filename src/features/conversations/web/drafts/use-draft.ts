// The text that one writes in a conversation: what was begun on any device, and what is typed here.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { DraftSide } from '#features/conversations/drafts/drafts.contract.ts';
import { api } from '#web/api.ts';
import { useSession, useWorkspace } from '#web/session.ts';
import { draftsOf } from './browser-drafts.ts';

type Draft = [
  text: string,
  setText: (text: string) => void,
  /** Empties it, unless it is another than `sent` by now. */
  empty: (sent: string) => void,
];

export function useDraft(conversationId: string, side: DraftSide): Draft {
  const { user } = useSession();
  const workspaceId = useWorkspace()?.id ?? '';
  const keeper = draftsOf(useQueryClient(), user.id, workspaceId);
  const { data } = useQuery(api.conversations.drafts.queryOptions({ input: { id: conversationId } }));
  const [typed, setTyped] = useState<string | undefined>(() => keeper.unsaved({ conversationId, side }));
  const known = data?.[side];
  useEffect(() => {
    // What another device wrote meanwhile is taken up, unless something is being typed here.
    if (known !== undefined && keeper.unsaved({ conversationId, side }) === undefined) setTyped(undefined);
  }, [known, keeper, conversationId, side]);
  const change = useCallback(
    (text: string) => {
      setTyped(text);
      keeper.change({ conversationId, side }, text);
    },
    [keeper, conversationId, side],
  );
  const empty = useCallback(
    (sent: string) => {
      if ((keeper.unsaved({ conversationId, side }) ?? sent) === sent) change('');
    },
    [keeper, change, conversationId, side],
  );
  return [typed ?? known ?? '', change, empty];
}
