// Puts a timeline in days and groups; reactions whose message is among the items stand beside it. Pure.
import type {
  ActivityItem,
  Message,
  NoteItem,
  TimelineItem,
} from '#features/conversations/conversations.contract.ts';
import { dayOf } from '#web/days.ts';

export type ArrangedMessage = {
  type: 'message';
  message: Message;
  startsGroup: boolean;
};
export type Arranged = ArrangedMessage | NoteItem | ActivityItem;
export type Day = { key: string; date: Date; items: Arranged[] };

/** Messages of one author within this time belong together. */
const GROUP_MS = 3 * 60_000;

/** `items` oldest first. A reaction whose message is not among them stands for itself. */
export function arrange(items: readonly TimelineItem[], timeZone: string): Day[] {
  const messages = items.flatMap((item) => (item.type === 'message' ? [item.message] : []));
  const shown = new Set(
    messages.filter((message) => message.kind !== 'reaction').map((message) => message.id),
  );
  const days: Day[] = [];
  let before: Message | undefined;
  for (const item of items) {
    if (item.type === 'message' && isShownBeside(item.message, shown)) continue;
    const date = new Date(item.at);
    const key = dayOf(date, timeZone);
    const sameDay = days.at(-1)?.key === key;
    if (!sameDay) days.push({ key, date, items: [] });
    const day = days.at(-1)!;
    if (item.type !== 'message') {
      day.items.push(item);
      before = undefined;
      continue;
    }
    const { message } = item;
    day.items.push({
      type: 'message',
      message,
      startsGroup: !sameDay || !before || !belongTogether(before, message),
    });
    before = message;
  }
  return days;
}

function isShownBeside(message: Message, shown: ReadonlySet<string>): boolean {
  return message.kind === 'reaction' && message.replyTo !== null && shown.has(message.replyTo.id);
}

function belongTogether(a: Message, b: Message): boolean {
  return (
    a.direction === b.direction &&
    a.author.kind === b.author.kind &&
    a.author.name === b.author.name &&
    Date.parse(b.at) - Date.parse(a.at) < GROUP_MS
  );
}
