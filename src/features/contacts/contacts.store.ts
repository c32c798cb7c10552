// The SQL that changes single facts of contacts: identity, blocking, reachability, activity, deletion.
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { StoreCall } from './contacts-upsert.store.ts';

type ContactQuery = RawBuilder<unknown>;

/** Blocks or unblocks; answers the ids that changed. */
export async function setBlocked(
  call: StoreCall,
  contacts: ContactQuery,
  blocked: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update contacts set blocked_at = ${blocked ? call.now : null}::timestamptz, updated_at = ${call.now}
    where workspace_id = ${call.workspaceId} and id in (${contacts})
      and ${blocked ? sql`blocked_at is null` : sql`blocked_at is not null`}
    returning id`.execute(call.tx);
  return rows.map((row) => row.id);
}

export async function setUnreachable(
  call: StoreCall,
  ids: readonly string[],
  unreachable: boolean,
): Promise<void> {
  await sql`
    with locked as (
      select id from contacts where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
        and ${unreachable ? sql`unreachable_at is null` : sql`unreachable_at is not null`}
      order by id for no key update
    )
    update contacts c set unreachable_at = ${unreachable ? call.now : null}::timestamptz, updated_at = ${call.now}
    from locked where c.workspace_id = ${call.workspaceId} and c.id = locked.id`.execute(call.tx);
}

export async function setMarketingRest(call: StoreCall, ids: readonly string[], until: Date): Promise<void> {
  await sql`
    update contacts set marketing_rests_until = ${until}
    where workspace_id = ${call.workspaceId} and id in (
      select id from contacts where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])
      order by id for no key update)`.execute(call.tx);
}

/** Moves the time of the last message forward, never back. */
export async function setLastMessage(
  call: StoreCall,
  direction: 'in' | 'out',
  rows: readonly { contactId: string; at: Date }[],
): Promise<void> {
  const column = sql.ref(direction === 'in' ? 'last_inbound_at' : 'last_outbound_at');
  await sql`
    with given as (
      select id, max(at) as at
      from unnest(${rows.map((r) => r.contactId)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[]) r(id, at)
      group by id
    ), locked as (
      -- In the order of ids, so that two batches at once never wait for each other in a circle.
      select c.id, given.at from contacts c join given on given.id = c.id
      where c.workspace_id = ${call.workspaceId} and (c.${column} is null or c.${column} < given.at)
      order by c.id for no key update of c
    )
    update contacts c set ${column} = locked.at from locked
    where c.workspace_id = ${call.workspaceId} and c.id = locked.id`.execute(call.tx);
}

/** What one contact is to be; what is left out stays. */
export type ContactChange = {
  phone?: string | null;
  waId?: string | null;
  userId?: string | null;
  firstName?: string;
  lastName?: string;
  email?: string | null;
  language?: string | null;
  notes?: string;
  fields?: Record<string, unknown>;
};

export async function updateContact(call: StoreCall, id: string, change: ContactChange): Promise<void> {
  await call.tx
    .updateTable('contacts')
    .set({
      phone: change.phone,
      wa_id: change.waId,
      wa_user_id: change.userId,
      first_name: change.firstName,
      last_name: change.lastName,
      email: change.email,
      language: change.language,
      notes: change.notes,
      updated_at: call.now,
      ...(change.fields
        ? { fields: sql`jsonb_strip_nulls(fields || ${JSON.stringify(change.fields)}::jsonb)` }
        : {}),
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Forgets the values of a field; answers how many contacts had one. At most `most` at once. */
export async function removeFieldValues(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  code: string,
  most: number,
): Promise<number> {
  const result = await sql`
    update contacts c set fields = c.fields - ${code}::text
    from (select id from contacts where workspace_id = ${call.workspaceId} and fields ? ${code} limit ${most}) n
    where c.workspace_id = ${call.workspaceId} and c.id = n.id`.execute(call.tx);
  return Number(result.numAffectedRows ?? 0);
}

/** Notes that the caller made these contacts, when they see only what is theirs: until a conversation says whose they are. */
export async function setMaker(
  call: Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId'>,
  ids: readonly string[],
): Promise<void> {
  if (call.permissions.has('chats:all') || call.userId === null || ids.length === 0) return;
  await sql`update contacts set made_by = ${call.userId}
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])`.execute(call.tx);
}
