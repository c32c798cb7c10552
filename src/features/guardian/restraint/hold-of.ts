// Whether somebody may get another promotional message now, or has to be left in peace until when. Pure.

export type Caps = {
  /** Promotional messages in any 24 hours and in any 7 days. */
  perDay: number;
  perWeek: number;
  /** Days between two messages to somebody who does not answer. */
  silenceDays: number;
  /** The same for who never answered anything; counts where it is longer. */
  firstSilenceDays: number;
};

export type Lately = {
  /** When promotional messages were handed out for this person, in any order. */
  messages: readonly Date[];
  lastInboundAt: Date | null;
};

/** `unanswered_first`: never answered anything; `unanswered`: did not answer the last one. */
export type HoldReason = 'daily_cap' | 'weekly_cap' | 'unanswered' | 'unanswered_first';

export type Hold = { reason: HoldReason; until: Date };

const DAY = 86_400_000;

/** Null: nothing speaks against it. Of several reasons the one that lasts longest. */
export function holdOf({ messages, lastInboundAt }: Lately, caps: Caps, now: Date): Hold | null {
  const times = messages.map((at) => at.getTime()).toSorted((a, b) => b - a);
  const holds = [
    full(times, caps.perDay, DAY, 'daily_cap'),
    full(times, caps.perWeek, 7 * DAY, 'weekly_cap'),
    silence(times[0], lastInboundAt?.getTime() ?? null, caps),
  ];
  return holds
    .filter((hold) => hold !== null && hold.until > now)
    .reduce((longest, hold) => (!longest || hold!.until > longest.until ? hold : longest), null);
}

/** As many as allowed lie within the last `span`: the oldest of them has to leave it first. */
function full(times: readonly number[], most: number, span: number, reason: HoldReason): Hold | null {
  const oldest = times[most - 1];
  return oldest === undefined ? null : { reason, until: new Date(oldest + span) };
}

function silence(
  last: number | undefined,
  inbound: number | null,
  { silenceDays, firstSilenceDays }: Caps,
): Hold | null {
  if (last === undefined || (inbound !== null && inbound >= last)) return null;
  const days = inbound === null ? Math.max(silenceDays, firstSilenceDays) : silenceDays;
  return {
    reason: inbound === null ? 'unanswered_first' : 'unanswered',
    until: new Date(last + days * DAY),
  };
}
