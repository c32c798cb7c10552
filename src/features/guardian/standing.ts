// Where a number stands after what its quality did: free, stopped until a time, recovering until a time, or banned.
import type { Call } from '#operations/call.ts';

export type Standing = {
  /** Bulk rests until then. */
  stoppedUntil: Date | null;
  /** After a stop, days are small until then. */
  recoveringUntil: Date | null;
  banned: boolean;
};

export const FREE: Standing = { stoppedUntil: null, recoveringUntil: null, banned: false };

/** The standing of a number. */
export async function readStanding(
  _call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  _numberId: string,
): Promise<Standing> {
  return FREE;
}
