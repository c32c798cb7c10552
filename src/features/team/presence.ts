// What a person is to the colleagues: from what they chose, and from when they were last heard of.
import type { PresenceState } from './presence.contract.ts';

/** A tab tells every 30 seconds; after this silence nobody is there. */
export const GONE_MS = 75_000;
/** Without touching anything for so long one is away. */
export const IDLE_MS = 10 * 60_000;

export type Seen = { chosen: 'online' | 'away' | 'busy'; seenAt: Date; activeAt: Date };

export function presenceOf(seen: Seen | undefined, now: Date): PresenceState {
  if (!seen || now.getTime() - seen.seenAt.getTime() > GONE_MS) return 'offline';
  if (seen.chosen !== 'online') return seen.chosen;
  return now.getTime() - seen.activeAt.getTime() >= IDLE_MS ? 'away' : 'online';
}
