// Where a number stands after what its quality did: free, stopped until a time, recovering until a time, or banned.
import type { Call } from '#operations/call.ts';
import { mayBulk } from './watch/quality-stage.ts';
import { readStages } from './watch/watch.store.ts';

export type Standing = {
  /** Bulk rests until then. */
  stoppedUntil: Date | null;
  /** After a stop, days are small until then. */
  recoveringUntil: Date | null;
  /** Banned or restricted by Meta: bulk rests until Meta says otherwise. */
  banned: boolean;
  /** When the quality was seen low last; null: never. */
  lastLowAt: Date | null;
};

export const FREE: Standing = { stoppedUntil: null, recoveringUntil: null, banned: false, lastLowAt: null };

/** The standing of a number. */
export async function readStanding(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberId: string,
): Promise<Standing> {
  const state = (await readStages(call, numberId)).get(numberId);
  if (!state) return FREE;
  return {
    stoppedUntil: state.stoppedUntil,
    recoveringUntil: state.recoveringUntil,
    banned: !mayBulk(state.stage) && state.stage !== 'stopped',
    lastLowAt: state.lastLowAt,
  };
}
