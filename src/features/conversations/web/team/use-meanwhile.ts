// Asks before an answer goes out when a colleague has answered since it was begun.
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Message, TimelineItem } from '#features/conversations/conversations.contract.ts';
import { api } from '#web/api.ts';
import { useSession } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';

type Timeline = { items: TimelineItem[] };

/** When each answer was begun; a draft that one comes back to was begun when it was. */
const begun = new Map<string, string>();

/** The returned function resolves to whether the answer should still be sent. */
export function useMeanwhile(conversationId: string, isWriting: boolean): () => Promise<boolean> {
  const t = useTranslations('teamMoves.meanwhile');
  const format = useFormatter();
  const { user } = useSession();
  const queryClient = useQueryClient();
  const asking = useRef(false);
  useEffect(() => {
    if (!isWriting) begun.delete(conversationId);
    else if (!begun.has(conversationId)) begun.set(conversationId, new Date().toISOString());
  }, [conversationId, isWriting]);
  return async () => {
    const since = begun.get(conversationId);
    const cached = queryClient.getQueriesData<InfiniteData<Timeline>>({
      queryKey: api.conversations.timeline.key({ input: { id: conversationId } as never }),
    });
    const answer = since && latestOf(cached, user.id, since);
    if (!answer || asking.current) return !asking.current;
    asking.current = true;
    const name = answer.author.name ?? '';
    const goesOn = await confirm({
      title: t('title', { name }),
      text: t('text', {
        name,
        time: format.relativeTime(new Date(answer.at), new Date()),
        words: wordsOf(answer),
      }),
      confirm: t('confirm'),
    });
    asking.current = false;
    // Seen and decided: one is not asked about it again.
    if (!goesOn) begun.set(conversationId, new Date().toISOString());
    return goesOn;
  };
}

/** The last message that somebody else of the team wrote after `since`. */
function latestOf(
  cached: readonly (readonly [unknown, InfiniteData<Timeline> | undefined])[],
  ownId: string,
  since: string,
): Message | undefined {
  return cached
    .flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? [])
    .flatMap((item) => (item.type === 'message' ? [item.message] : []))
    .filter(({ direction, author, at }) => {
      const byColleague = direction === 'out' && author.kind === 'person' && author.id !== ownId;
      return byColleague && at > since;
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
}

function wordsOf({ content, kind }: Message): string {
  const { text, caption, shown } = content as {
    text?: unknown;
    caption?: unknown;
    shown?: { body?: string };
  };
  const words = [text, caption, shown?.body].find((each) => typeof each === 'string' && each !== '');
  const said = typeof words === 'string' ? words : `[${kind}]`;
  return said.length > 120 ? `${said.slice(0, 119)}…` : said;
}
