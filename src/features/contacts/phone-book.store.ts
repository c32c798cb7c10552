// The SQL on how a phone app's address book names contacts.
import { sql } from 'kysely';
import type { StoreCall } from './contacts-upsert.store.ts';

export type BookEntry = {
  contactId: string;
  fullName: string;
  firstName: string;
  lastName: string;
  at: Date;
};

/**
 * Keeps what the book says now and gives contacts its names, where they had none or still the book's earlier one.
 * What is older than what is known changes nothing. One entry per contact.
 */
export async function saveBookEntries(call: StoreCall, entries: readonly BookEntry[]): Promise<void> {
  await sql`
    with told as (
      select * from unnest(${entries.map((e) => e.contactId)}::uuid[], ${entries.map((e) => e.fullName)}::text[],
        ${entries.map((e) => e.firstName)}::text[], ${entries.map((e) => e.lastName)}::text[],
        ${entries.map((e) => e.at)}::timestamptz[]) t(contact_id, full_name, first_name, last_name, at)
    ), before as (
      select b.contact_id, b.full_name from phone_book_entries b join told t on t.contact_id = b.contact_id
      where b.workspace_id = ${call.workspaceId}
    ), kept as (
      insert into phone_book_entries as b (workspace_id, contact_id, full_name, at)
      select ${call.workspaceId}, contact_id, full_name, at from told order by contact_id
      on conflict (workspace_id, contact_id) do update
        set full_name = excluded.full_name, at = excluded.at, removed = false where b.at < excluded.at
      returning b.contact_id
    )
    update contacts c set first_name = t.first_name, last_name = t.last_name, updated_at = ${call.now}
    from kept k join told t on t.contact_id = k.contact_id left join before b on b.contact_id = k.contact_id
    where c.workspace_id = ${call.workspaceId} and c.id = k.contact_id
      and trim(c.first_name || ' ' || c.last_name) in ('', b.full_name)
      and (c.first_name, c.last_name) <> (t.first_name, t.last_name)`.execute(call.tx);
}

/** The contact stays, and is no longer in the book. */
export async function removeBookEntries(
  call: StoreCall,
  removals: readonly { contactId: string; at: Date }[],
): Promise<void> {
  await sql`
    update phone_book_entries b set removed = true, at = r.at
    from unnest(${removals.map((r) => r.contactId)}::uuid[], ${removals.map((r) => r.at)}::timestamptz[]) r(contact_id, at)
    where b.workspace_id = ${call.workspaceId} and b.contact_id = r.contact_id and b.at <= r.at`.execute(
    call.tx,
  );
}

/** Of two contacts that are one person; an entry of the one that stays counts. */
export async function moveBookEntry(call: StoreCall, from: string, to: string): Promise<void> {
  await sql`
    insert into phone_book_entries (workspace_id, contact_id, full_name, at, removed)
    select workspace_id, ${to}::uuid, full_name, at, removed from phone_book_entries
    where workspace_id = ${call.workspaceId} and contact_id = ${from}
    on conflict do nothing`.execute(call.tx);
}
