// Which quick replies fit what was typed. Pure.
import type { QuickReply } from '#features/quick-replies/quick-replies.contract.ts';
import { plain } from './suggestions.ts';

const MOST = 8;

/** Those whose shortcut begins so first, then those that hold the letters anywhere; one's own before the team's. */
export function suggestReplies(replies: readonly QuickReply[], query: string): QuickReply[] {
  const sought = plain(query);
  const own = new Set(replies.filter((one) => !one.shared).map((one) => one.shortcut));
  const rank = ({ shortcut, text }: QuickReply) => {
    if (shortcut.startsWith(sought)) return 0;
    if (shortcut.includes(sought)) return 1;
    return plain(text).includes(sought) ? 2 : 3;
  };
  return replies
    .filter((one) => !(one.shared && own.has(one.shortcut)) && rank(one) < 3)
    .sort((a, b) => rank(a) - rank(b) || a.shortcut.localeCompare(b.shortcut))
    .slice(0, MOST);
}
