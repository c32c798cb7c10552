// What was begun in a conversation and not sent, as an answer or as a note: it stays while the tab does.
import { useCallback, useState } from 'react';

const drafts = new Map<string, string>();

export type DraftSide = 'reply' | 'note';

export function useDraft(conversationId: string, side: DraftSide): [string, (text: string) => void] {
  const key = `${conversationId} ${side}`;
  const [text, setText] = useState(drafts.get(key) ?? '');
  const change = useCallback(
    (next: string) => {
      if (next === '') drafts.delete(key);
      else drafts.set(key, next);
      setText(next);
    },
    [key],
  );
  return [text, change];
}
