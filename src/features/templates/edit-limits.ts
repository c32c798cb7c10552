// How often WhatsApp lets an approved template be edited: once in 24 hours, ten times in 30 days.

const DAY_MS = 86_400_000;
const PERIOD_MS = 30 * DAY_MS;
export const EDITS_PER_PERIOD = 10;
/** A deleted name stays blocked for this long. */
export const NAME_LOCK_MS = PERIOD_MS;

export type EditAllowance = { left: number; nextAt: Date | null };

/** `edits`: when the template was edited while approved. `nextAt` is null when an edit is allowed now. */
export function editAllowance(edits: readonly Date[], now: Date): EditAllowance {
  const recent = edits
    .map((edit) => edit.getTime())
    .filter((edit) => edit > now.getTime() - PERIOD_MS)
    .sort((a, b) => a - b);
  const left = Math.max(0, EDITS_PER_PERIOD - recent.length);
  const last = recent.at(-1);
  const waits: number[] = [];
  if (last !== undefined) waits.push(last + DAY_MS);
  const opening = recent[recent.length - EDITS_PER_PERIOD];
  if (opening !== undefined) waits.push(opening + PERIOD_MS);
  const next = Math.max(0, ...waits);
  return { left, nextAt: next > now.getTime() ? new Date(next) : null };
}
