// Says why a running campaign sends nothing now, and when it goes on. Pure.
import { iso } from '#operations/operation.ts';
import { type CampaignWait, HOLD_REASONS } from './campaign-waits.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';

/** What is read besides the campaign's row. */
export type Standing = {
  now: Date;
  /** Who is due first of those who wait, and why they wait; null: nobody waits. */
  first: { dueAt: Date; reason: string | null } | null;
  /** When the first message in the queue is due; null: none is in it. */
  queueDueAt: Date | null;
};

/** What is due so soon is about to be sent. */
const SOON_MS = 5_000;

export type WaitingRow = Pick<
  CampaignRow,
  | 'state'
  | 'rests_until'
  | 'limit_full_until'
  | 'messaging_limit'
  | 'queued_count'
  | 'next_due_at'
  | 'split'
  | 'split_state'
  | 'planned'
  | 'local_time'
>;

export function waitsFor(row: WaitingRow, { now, first, queueDueAt }: Standing): CampaignWait | null {
  if (row.state !== 'running') return null;
  const wait = (kind: CampaignWait['kind'], until: Date | null): CampaignWait => ({
    kind,
    until: iso(until),
    limit: kind === 'messaging_limit' ? row.messaging_limit : null,
  });
  const isLater = (at: Date) => at.getTime() > now.getTime() + SOON_MS;
  if (row.rests_until) return wait('number_rests', row.rests_until);
  if (row.limit_full_until && row.queued_count > 0) return wait('messaging_limit', row.limit_full_until);
  if (queueDueAt && !isLater(queueDueAt)) return null;
  if (row.split && row.split_state?.phase === 'waiting' && first)
    return wait('winner', row.split.measure === 'by_hand' ? null : new Date(row.split_state.decidesAt!));
  // Nobody is left but who is in the queue: their hours, or a pause before another try.
  if (!first) return queueDueAt && wait('later', queueDueAt);
  const until = row.next_due_at;
  if (!until || !isLater(until)) return null;
  // Of people who are due the campaign itself may do nothing yet.
  if (isLater(first.dueAt)) {
    if (first.reason === 'outside_hours') return wait('sending_hours', until);
    if (HOLD_REASONS.some((reason) => reason === first.reason)) return wait('people_rest', until);
    if (row.local_time) return wait('customers_clock', until);
  }
  return wait(row.planned ? 'plan' : 'day_full', until);
}
