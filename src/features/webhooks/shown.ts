// A stored webhook as the contract shows it.
import { iso } from '#operations/operation.ts';
import type { ReceivedWebhook } from './webhooks.contract.ts';

export function toWebhook(row: {
  id: string;
  received_at: Date;
  state: ReceivedWebhook['state'];
  attempts: number;
  failure: string | null;
  unknown: string[] | null;
  size: number;
}): ReceivedWebhook {
  const { id, state, attempts, failure, size } = row;
  return { id, receivedAt: iso(row.received_at), state, attempts, failure, unknown: row.unknown ?? [], size };
}
