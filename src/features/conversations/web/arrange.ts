// Puts messages in days and groups, and reactions beside the message that they belong to. Pure.
import type { Message } from '#features/conversations/conversations.contract.ts';

export type Reaction = { emoji: string; direction: 'in' | 'out' };
export type Arranged = { message: Message; startsGroup: boolean; reactions: Reaction[] };
export type Day = { key: string; date: Date; items: Arranged[] };

/** Messages of one author within this time belong together. */
const GROUP_MS = 3 * 60_000;

/** `messages` oldest first. A reaction whose message is not among them stands for itself. */
export function arrange(messages: readonly Message[]): Day[] {
  const shown = new Set(
    messages.filter((message) => message.kind !== 'reaction').map((message) => message.id),
  );
  const reactions = reactionsByMessage(messages, shown);
  const days: Day[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    if (message.kind === 'reaction' && message.replyTo && shown.has(message.replyTo.id)) continue;
    const date = new Date(message.at);
    const key = `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
    const sameDay = days.at(-1)?.key === key;
    if (!sameDay) days.push({ key, date, items: [] });
    days.at(-1)!.items.push({
      message,
      startsGroup: !sameDay || !before || !belongTogether(before, message),
      reactions: reactions.get(message.id) ?? [],
    });
    before = message;
  }
  return days;
}

function belongTogether(a: Message, b: Message): boolean {
  return (
    a.direction === b.direction &&
    a.author.kind === b.author.kind &&
    a.author.name === b.author.name &&
    Date.parse(b.at) - Date.parse(a.at) < GROUP_MS
  );
}

/** Each side has one reaction to a message: the last, which may take it back. */
function reactionsByMessage(
  messages: readonly Message[],
  shown: ReadonlySet<string>,
): Map<string, Reaction[]> {
  const latest = new Map<string, Map<'in' | 'out', string | null>>();
  for (const { kind, replyTo, direction, content } of messages) {
    if (kind !== 'reaction' || !replyTo || !shown.has(replyTo.id)) continue;
    const sides = latest.get(replyTo.id) ?? new Map<'in' | 'out', string | null>();
    sides.set(direction, typeof content.emoji === 'string' ? content.emoji : null);
    latest.set(replyTo.id, sides);
  }
  return new Map(
    [...latest].map(([id, sides]) => [
      id,
      [...sides].flatMap(([direction, emoji]) => (emoji ? [{ emoji, direction }] : [])),
    ]),
  );
}
