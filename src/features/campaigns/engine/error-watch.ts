// Notices when too many of a campaign's last messages failed; a pure count of outcomes between two marks.
import type { ErrorLimit } from '#features/sending/sending.contract.ts';

/** Totals since the campaign began. */
export type Outcomes = { tried: number; failed: number };
/** Totals as they were half a window and a whole window ago. */
export type ErrorMarks = { older: Outcomes; newer: Outcomes };

export type ErrorVerdict = {
  marks: ErrorMarks;
  /** Of the last `of` messages `failed` failed: more than the limit allows; null: all is well. */
  tooMany: { failed: number; of: number } | null;
};

/** The last so many outcomes count: enough that `least` can be among them. */
const LAST = 200;

/**
 * Looks at what came out since the older mark: between one and two halves of the window. Marks begin anew after a
 * verdict, so that a campaign that is resumed gets a fair chance.
 */
export function watchErrors(
  marks: ErrorMarks | null,
  now: Outcomes,
  { share, least }: ErrorLimit,
): ErrorVerdict {
  const nothing = { tried: 0, failed: 0 };
  let { older, newer } = marks ?? { older: nothing, newer: nothing };
  const failed = now.failed - older.failed;
  const of = now.tried - older.tried;
  if (share !== null && failed >= least && failed >= of * share)
    return { marks: { older: now, newer: now }, tooMany: { failed, of } };
  const window = share === null ? LAST : Math.max(LAST, Math.ceil((2 * least) / share));
  if (now.tried - newer.tried >= window / 2) {
    older = newer;
    newer = now;
  }
  return { marks: { older, newer }, tooMany: null };
}
