// Front door of deals: creating and changing them for other features, a file's rows too, and what a contact has of them.
import { sql } from 'kysely';
import { type Changes, changeDeal, type How } from './change-deals.ts';
import { readRules } from './deal-rules.ts';
import type { Deal } from './deal-shapes.contract.ts';
import type { DealCall, StoreCall } from './deals.types.ts';
import { findDealId, readChosen } from './read-deals.ts';

export { createDeal, type DealInput } from './create-deals.ts';
export type { DealCall } from './deals.types.ts';
export { moveDealContacts } from './deals-contacts.store.ts';
export { eraseFromDeals } from './erase-from-deals.ts';
export { loadDeals } from './import-deals.ts';
export { readHeader } from './read-deal-row.ts';

/**
 * Changes the deal found by id or reference; what is left out stays, null clears. Throws `not_found`,
 * `reference_ambiguous`, `deal_changed`, `bad_input`.
 */
export async function updateDeal(
  call: DealCall,
  key: string,
  changes: Changes,
  how: How = {},
): Promise<Deal> {
  return changeDeal(call, await findDealId(call, key), changes, how);
}

/** Throws `pipeline_missing` while there is no pipeline for deals to go through. */
export async function needPipeline(call: StoreCall): Promise<void> {
  await readRules(call);
}

const MOST = 100;

/** The open deals of a contact, newest first, at most 100. */
export function openDealsOf(call: StoreCall, contactId: string): Promise<Deal[]> {
  return dealsOf(call, contactId, true);
}

/** The won and lost deals of a contact, those closed last first, at most 100. */
export function closedDealsOf(call: StoreCall, contactId: string): Promise<Deal[]> {
  return dealsOf(call, contactId, false);
}

async function dealsOf(call: StoreCall, contactId: string, open: boolean): Promise<Deal[]> {
  const rows = await readChosen(
    call,
    sql`select d.*, '' as place_text from deals d
      join deal_contacts c on c.workspace_id = d.workspace_id and c.deal_id = d.id
      where d.workspace_id = ${call.workspaceId} and c.contact_id = ${contactId}
        and ${open ? sql`d.closed_at is null` : sql`d.closed_at is not null`}
      order by ${open ? sql`d.created_at` : sql`d.closed_at`} desc, d.id desc limit ${MOST}`,
  );
  return rows.map((row) => row.deal);
}
