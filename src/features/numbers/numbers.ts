// The front door of connected numbers: who speaks for a number, what is known of it, who signs its webhooks.
import { publish } from '#events/publish.ts';
import type { Call } from '#operations/call.ts';
import { type ConnectCall, connectNumber, webhookAddress } from './connect-account.ts';
import { findNumber, listNumbers, type NumberRow, setPaused, updateAccount } from './numbers.store.ts';
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

/** Stops bulk sending from a number, with the reason in words; null lets it go on. */
export async function pauseNumber(call: ChangeCall, numberId: string, reason: string | null): Promise<void> {
  await setPaused(call, numberId, reason);
  await publish(call, 'number.changed', numberId, {});
}

/** The provider refused the account's token: nothing can be sent until the number is connected again. */
export async function noteTokenInvalid(call: ChangeCall, numberId: string, reason: string): Promise<void> {
  const number = await findNumber(call, numberId);
  if (!number || number.accountState === 'token_invalid') return;
  await updateAccount(call, number.accountId, { state: 'token_invalid', state_reason: reason });
  await publish(call, 'number.changed', numberId, {});
}
