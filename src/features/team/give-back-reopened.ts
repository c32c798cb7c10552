// Gives closed conversations in which the customer wrote again back to the team, where the workspace wants it so.
import { setAssigneesOfMany, tellAssigned } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { isReopenedToTeam } from './team-settings.store.ts';

type GiveBackCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** `ids`: those just opened again by their customers. Called in the transaction that opens them. */
export async function giveBackReopened(call: GiveBackCall, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !(await isReopenedToTeam(call))) return;
  const actor = { kind: 'system' as const, name: 'reopened' };
  await tellAssigned({ ...call, actor }, await setAssigneesOfMany(call, ids, []), []);
}
