// The front door of connected numbers: who speaks for a number, what is known of it, who signs its webhooks.
import type { Tx } from '#db/database.ts';
import { publish } from '#events/publish.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import { type ConnectCall, connectNumber, webhookAddress } from './connect-account.ts';
import { refreshNumberJob } from './jobs/refresh-number.job.ts';
import { type HistoryNote, saveHistoryNote } from './number-histories.store.ts';
import type { BulkStop } from './numbers.contract.ts';
import { findNumber, listNumbers, type NumberRow, setBulkStop, updateAccount } from './numbers.store.ts';
import { simulatorKeys } from './simulator-keys.ts';

export { applyNumberEvents } from './apply-number-events.ts';
export {
  type AccountKeys,
  findKeysByWaba,
  findNumbersByProviderId,
  type NumberRow,
} from './numbers.store.ts';
export {
  closeProviders,
  conversionsFor,
  findDataset,
  type ProviderCall,
  providerFor,
  providerForNumber,
  sealContext,
} from './providers.ts';
export { connectNumber, webhookAddress };

/** A connected number, or undefined. */
export const numberById = findNumber;

/** The number that was connected first, or undefined. */
export async function firstNumber(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<NumberRow | undefined> {
  return (await listNumbers(call, 1))[0];
}

/** Every connected number, in the order in which they were connected. */
export function allNumbers(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<NumberRow[]> {
  return listNumbers(call, 1_000);
}

/** Connects a number of the local simulator. Throws `simulator_off`. */
export async function connectSimulator(call: ConnectCall): Promise<NumberRow> {
  const { name } = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return connectNumber(call, { ...(await simulatorKeys(call.services, name)), simulated: true });
}

type ChangeCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** For the guardian: stops bulk sending so that nobody lets it go on by hand, or ends its own stop. */
export async function stopBulk(call: ChangeCall, numberId: string, stop: BulkStop | null): Promise<void> {
  const number = await findNumber(call, numberId);
  if (!number || (stop === null && number.pausedReason === null)) return;
  await setBulkStop(call, numberId, stop);
  await publish(call, 'number.changed', numberId, {});
}

/** Has the health of a number read by a job; many wishes cause one reading. */
export async function refreshSoon(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await enqueue(tx, refreshNumberJob, { workspaceId, id }, { key: `numbers.refresh:${id}` });
}

/** The provider refused the account's token: nothing can be sent until the number is connected again. */
export async function noteTokenInvalid(call: ChangeCall, numberId: string, reason: string): Promise<void> {
  const number = await findNumber(call, numberId);
  if (!number || number.accountState === 'token_invalid') return;
  await updateAccount(call, number.accountId, { state: 'token_invalid', state_reason: reason });
  await publish(call, 'number.refused', numberId, { kind: 'token_invalid', text: reason });
  await publish(call, 'number.changed', numberId, {});
}

/** A part of the history that the phone app hands over was taken in, or the owner declined to share it. */
export async function noteHistory(call: ChangeCall, note: HistoryNote): Promise<void> {
  await saveHistoryNote(call, note);
  await publish(call, 'number.changed', note.numberId, {});
}
