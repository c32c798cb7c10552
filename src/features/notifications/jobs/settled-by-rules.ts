// Where rules give new conversations away, a message is told of only once they had their time: to whoever got it.
import type { ReadEvent } from '#features/notifications/notification-places.store.ts';

/** So long after a message it is known whose conversation it is. */
export const RULES_MS = 1_500;

/** The events up to the first message that is younger; `again`: when that one may be told. Pure. */
export function settledByRules(
  events: readonly ReadEvent[],
  now: Date,
): { events: readonly ReadEvent[]; again: Date | null } {
  const young = events.findIndex(
    ({ name, at }) => name === 'message.received' && at.getTime() > now.getTime() - RULES_MS,
  );
  if (young < 0) return { events, again: null };
  return { events: events.slice(0, young), again: new Date(events[young]!.at.getTime() + RULES_MS) };
}
