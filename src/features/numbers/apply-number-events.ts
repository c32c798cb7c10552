// What the provider tells about accounts and numbers by webhook, kept; the exact figures are read anew by a job.
import { publish } from '#events/publish.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { refreshNumberJob } from './jobs/refresh-number.job.ts';
import { listNumbers, updateAccount } from './numbers.store.ts';
import { notePortfolio } from './numbers-portfolio.store.ts';

export type EventCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

const RESTRICTING = new Set(['ACCOUNT_RESTRICTION', 'ACCOUNT_VIOLATION', 'ACCOUNT_DELETED']);

/** Events of one workspace, of the kinds that are about numbers and accounts; repeated and late ones are harmless. */
export async function applyNumberEvents(call: EventCall, events: readonly ProviderEvent[]): Promise<void> {
  const accounts = new Map((await listNumbers(call, 1000)).map((number) => [number.wabaId, number]));
  for (const event of events) {
    const number = accounts.get(event.wabaId);
    if (!number) continue;
    if (event.kind === 'account_update') {
      const restricted = restrictionOf(event);
      if (restricted !== undefined)
        await updateAccount(call, number.accountId, {
          state: restricted ? (event.banState === 'DISABLE' ? 'banned' : 'restricted') : 'connected',
          state_reason: restricted ? event.event.toLowerCase().replaceAll('_', ' ') : null,
        });
    }
    if (
      (event.kind === 'number_quality' || event.kind === 'business_capability') &&
      event.messagingLimit !== undefined
    )
      for (const id of await notePortfolio(call, number.accountId, { messagingLimit: event.messagingLimit }))
        if (id !== number.id) await publish(call, 'number.changed', id, {});
    await publish(call, 'number.changed', number.id, {});
    // News may be late or repeated: the provider's present word decides.
    await enqueue(
      call.tx,
      refreshNumberJob,
      { workspaceId: call.workspaceId, id: number.id },
      { key: `numbers.refresh:${number.id}` },
    );
  }
}

/** True: sending is restricted; false: no longer; undefined: the event does not say. */
function restrictionOf(event: Extract<ProviderEvent, { kind: 'account_update' }>): boolean | undefined {
  if (event.banState) return event.banState !== 'REINSTATE';
  if (event.restrictions.length > 0 || RESTRICTING.has(event.event)) return true;
  return event.event === 'ACCOUNT_RECONNECTED' ? false : undefined;
}
