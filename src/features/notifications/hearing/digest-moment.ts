// When the digest of what is unread may be mailed to a person. Pure.
import type { Preferences } from './channels.ts';
import { quietEnd } from './quiet-hours.ts';

const MINUTE_MS = 60_000;

export type DigestState = {
  now: Date;
  /** Of the oldest that was not mailed. */
  oldest: Date;
  /** When the person last had the product in front of them. */
  presentAt: Date | null;
  mailedAt: Date | null;
};

/** `now` or earlier: at once. Null: never, because it is always quiet. */
export function digestMoment(preferences: Preferences, state: DigestState): Date | null {
  const after = preferences.mailAfterMinutes * MINUTE_MS;
  const every = preferences.mailEveryMinutes * MINUTE_MS;
  const earliest = Math.max(
    state.oldest.getTime() + after,
    state.presentAt === null ? 0 : state.presentAt.getTime() + after,
    state.mailedAt === null ? 0 : state.mailedAt.getTime() + every,
    state.now.getTime(),
  );
  return quietEnd(preferences.quiet, preferences.timeZone, new Date(earliest));
}
