// Where the messages begin that were unread when one came. Pure.
import type { TimelineItem } from '#features/conversations/conversations.contract.ts';

/** Id of the item of the customer that is the `count`-th from the end; null when it is not among `items` (oldest first). */
export function firstUnread(items: readonly TimelineItem[], count: number): string | null {
  let left = count;
  if (left <= 0) return null;
  for (const item of items.toReversed()) {
    if (item.type !== 'message' || item.message.direction !== 'in' || item.message.kind === 'system')
      continue;
    left -= 1;
    if (left === 0) return item.id;
  }
  return null;
}
