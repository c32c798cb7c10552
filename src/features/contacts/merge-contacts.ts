// Makes two contacts one: the older stays and everything of the other moves to it.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { copyLists, leaveAllLists } from '#features/lists/lists.ts';
import { copyTags } from '#features/tags/tags.ts';
import type { Call } from '#operations/call.ts';
import type { Consent } from './contact-filter.contract.ts';
import { insertConsentChanges, moveConsentChanges } from './contacts-consent.store.ts';
import { foldContact, readConsents } from './contacts-fold.store.ts';
import { lockContacts } from './contacts-upsert.store.ts';
import { moveBookEntry } from './phone-book.store.ts';

export type MergeCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

/** What a feature that keeps rows of contacts does when two contacts become one. */
export type ContactMerger = {
  /** Tables whose rows of `from` are moved; every table that references contacts is named by one merger. */
  tables: readonly string[];
  /** Moves all rows of `from` to `to`, in the transaction of the merge; `from` is deleted right after. */
  move(call: MergeCall, from: string, to: string): Promise<void>;
};

const own: ContactMerger = {
  tables: ['consent_changes', 'contact_tags', 'list_members', 'phone_book_entries'],
  async move(call, from, to) {
    await moveConsentChanges(call, from, to);
    await copyTags(call, from, to);
    await copyLists(call, from, to);
    await moveBookEntry(call, from, to);
  },
};

const mergers: ContactMerger[] = [own];

/** Joins in; called once per feature by app/contact-mergers.ts, before anything runs. */
export function whenContactsMerge(...joining: ContactMerger[]): void {
  mergers.push(...joining);
}

/** Of two contacts the older first: it stays. What is not there any more is left out. */
export async function olderFirst(call: Pick<Call, 'tx' | 'workspaceId'>, ids: [string, string]) {
  const { rows } = await sql<{ id: string }>`
    select id from contacts where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
    order by created_at, id`.execute(call.tx);
  return rows.map((row) => row.id);
}

/**
 * Merges two contacts and answers the id of the one that stays. `preferred` says whose value it gets of what both
 * have, by name: see `foldContact`.
 */
export async function mergeContacts(
  call: MergeCall,
  a: string,
  b: string,
  preferred: Readonly<Record<string, string>> = {},
): Promise<string> {
  await lockContacts(call, [a, b]);
  const [keep, gone] = await olderFirst(call, [a, b]);
  if (!keep || !gone) return keep ?? a;
  await refuseToLose(call, gone);
  const consents = await readConsents(call, [keep, gone]);
  for (const merger of mergers) await merger.move(call, gone, keep);
  const taken = Object.keys(preferred).filter((name) => preferred[name] === gone);
  await foldContact(call, gone, keep, new Set(taken));
  await noteWithdrawal(call, keep, [...consents.values()]);
  await leaveListsIfBlocked(call, keep);
  await publish(call, 'contact.merged', keep, { goneId: gone });
  return keep;
}

/** One of the two had unsubscribed and the other had not: the history, read by itself, must end with that. */
async function noteWithdrawal(call: MergeCall, id: string, before: readonly Consent[]): Promise<void> {
  if (!before.includes('unsubscribed') || !before.includes('subscribed')) return;
  await insertConsentChanges(call, [{ contactId: id, to: 'unsubscribed' }], { source: 'merge' });
}

/** A blocked contact is in no list. */
async function leaveListsIfBlocked(call: MergeCall, id: string): Promise<void> {
  await leaveAllLists(
    call,
    sql`select id from contacts where workspace_id = ${call.workspaceId} and id = ${id}::uuid
      and blocked_at is not null`,
  );
}

/** Tables whose rows move with a contact. */
export function movedTables(): Set<string> {
  return new Set(mergers.flatMap((merger) => merger.tables));
}

/** Tables that reference contacts and that no merger moves: their rows would be deleted with the contact. */
export async function tablesWithoutMerger(
  call: Pick<Call, 'tx'>,
): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table,
      (select attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
        where a.attname <> 'workspace_id') as column
    from pg_constraint c where c.contype = 'f' and c.confrelid = 'contacts'::regclass`.execute(call.tx);
  const moved = movedTables();
  return rows.filter(({ table }) => !moved.has(table));
}

/** Better to keep two contacts than to lose a conversation. */
async function refuseToLose(call: MergeCall, gone: string): Promise<void> {
  for (const { table, column } of await tablesWithoutMerger(call)) {
    const { rows } = await sql`select 1 from ${sql.table(table)}
      where workspace_id = ${call.workspaceId} and ${sql.ref(column)} = ${gone}::uuid limit 1`.execute(
      call.tx,
    );
    if (rows.length > 0)
      throw new Error(`Contacts cannot be merged: nothing moves the rows of ${table} (see ContactMerger).`);
  }
}
