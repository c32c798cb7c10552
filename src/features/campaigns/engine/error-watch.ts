// Notices when too many of a campaign's last messages failed; a pure count of outcomes between two marks.
import type { ErrorLimit } from '#features/sending/sending.contract.ts';

/** Totals since the campaign began: handed in, of these come to a known end or way (a status), of these failed. */
export type Outcomes = { tried: number; known: number; failed: number };
/** Totals as they were half a window and a whole window ago. */
export type ErrorMarks = { older: Outcomes; newer: Outcomes };

export type ErrorVerdict = {
  marks: ErrorMarks;
  /** Of the last `of` messages `failed` failed: more than the limit allows; null: all is well. */
  tooMany: { failed: number; of: number } | null;
};

/** Before anything was tried. */
export const NOTHING: Outcomes = { tried: 0, known: 0, failed: 0 };

/** The last so many outcomes count: enough that `least` can be among them. */
const LAST = 200;

/**
 * How many of a time its failures belong to. Some are refused at the call, others fail by a status that may come
 * minutes later, many at once after an outage: they are of what was tried then, or of what became known then.
 */
const between = (older: Outcomes, now: Outcomes) =>
  Math.max(now.tried - older.tried, now.known - older.known);

/** True when so much happened since the last mark that it is worth another look although nothing failed. */
export const isWorthALook = (newer: Outcomes, now: Outcomes) => between(newer, now) >= LAST / 2;

/**
 * Looks at what came out since the older mark: between one and two halves of the window. Marks begin anew after a
 * verdict, so that a campaign that is resumed gets a fair chance.
 */
export function watchErrors(
  marks: ErrorMarks | null,
  now: Outcomes,
  { share, least }: ErrorLimit,
): ErrorVerdict {
  let { older, newer } = marks ?? { older: NOTHING, newer: NOTHING };
  const failed = now.failed - older.failed;
  const of = between(older, now);
  if (share !== null && failed >= least && failed >= of * share)
    return { marks: { older: now, newer: now }, tooMany: { failed, of } };
  const window = share === null ? LAST : Math.max(LAST, Math.ceil((2 * least) / share));
  if (between(newer, now) >= window / 2) {
    older = newer;
    newer = now;
  }
  return { marks: { older, newer }, tooMany: null };
}
