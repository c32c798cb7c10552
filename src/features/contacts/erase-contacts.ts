// Deletes contacts with everything of theirs: gone for everybody at once, their rows and files in the background.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { OwnCall } from '#operations/in-call.ts';

/** A contact on its way out: what it was known by is in `knownBy`, digits of the phone and WhatsApp's user id. */
export type Leaving = { ids: readonly string[]; knownBy: readonly string[] };

export type EraseCall = OwnCall;
type CountCall = Pick<Call, 'tx' | 'workspaceId'>;

/** What goes with a contact, by name, for who is asked before and for the audit log. */
export type ErasedCounts = Record<string, number>;

/** What a feature that keeps something of contacts does when they are deleted. */
export type ContactEraser = {
  /** Counts what will go; of what needs no word nothing. */
  count?(call: CountCall, contactIds: readonly string[]): Promise<ErasedCounts>;
  /** At once, in the transaction of the request: nobody sees it any more. */
  hide?(call: Pick<Call, 'tx' | 'workspaceId' | 'now'>, contactIds: readonly string[]): Promise<void>;
  /** Deletes up to about `most` rows; answers whether something is left. Runs again after a sudden death. */
  erase(call: EraseCall, leaving: Leaving, most: number): Promise<boolean>;
};

const erasers: ContactEraser[] = [];

/** Joins in, in this order; called once by app/contact-erasers.ts, before anything runs. */
export function whenContactsErased(...joining: ContactEraser[]): void {
  erasers.push(...joining);
}

export async function hideErased(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  contactIds: readonly string[],
): Promise<void> {
  for (const eraser of erasers) await eraser.hide?.(call, contactIds);
}

/** What would go with these contacts. */
export async function countErased(call: CountCall, contactIds: readonly string[]): Promise<ErasedCounts> {
  const counts: ErasedCounts = {};
  for (const eraser of erasers) Object.assign(counts, await eraser.count?.(call, contactIds));
  const { rows } = await sql<{ changes: number }>`select count(*)::int as changes from consent_changes
    where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
  return { ...counts, consentChanges: rows[0]!.changes };
}

/** The steps of the background, each to be run in transactions of its own until it answers false. */
export function eraseSteps(): readonly ContactEraser['erase'][] {
  return erasers.map((eraser) => eraser.erase);
}
