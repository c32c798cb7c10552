// The SQL on deals whose contacts become one or go: deals stay, with their figures.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type MoveCall = Pick<Call, 'tx' | 'workspaceId'>;

/** Makes the deals of one contact another's; who had both has it once. */
export async function moveDealContacts(call: MoveCall, from: string, to: string): Promise<void> {
  const { workspaceId, tx } = call;
  await sql`delete from deal_contacts c where c.workspace_id = ${workspaceId} and c.contact_id = ${from}
    and exists (select from deal_contacts o where o.workspace_id = c.workspace_id and o.deal_id = c.deal_id
      and o.contact_id = ${to})`.execute(tx);
  await sql`update deal_contacts set contact_id = ${to}
    where workspace_id = ${workspaceId} and contact_id = ${from}`.execute(tx);
  await sql`update deals set title_from = ${to} where workspace_id = ${workspaceId} and title_from = ${from}`.execute(
    tx,
  );
  await sql`update deal_history set contact_id = ${to}
    where workspace_id = ${workspaceId} and contact_id = ${from}`.execute(tx);
}

export type Parting = { id: string; alone: boolean; titled: boolean };

/** Up to `most` deals of these contacts: whether nobody else is on it, and whether it is called after one of them. */
export async function dealsLeftBy(
  call: MoveCall,
  contactIds: readonly string[],
  most: number,
): Promise<Parting[]> {
  const { rows } = await sql<Parting>`
    select d.id, d.title_from = any(${contactIds}::uuid[]) is true as titled, not exists (
      select from deal_contacts o where o.workspace_id = d.workspace_id and o.deal_id = d.id
        and o.contact_id <> all(${contactIds}::uuid[])) as alone
    from deals d where d.workspace_id = ${call.workspaceId} and d.id = any(array(
      select deal_id from deal_contacts
      where workspace_id = ${call.workspaceId} and contact_id = any(${contactIds}::uuid[])
      union
      select id from deals where workspace_id = ${call.workspaceId} and title_from = any(${contactIds}::uuid[])
      limit ${most}))
    order by d.id for update`.execute(call.tx);
  return rows;
}

/** Takes every word from these deals; stage, amount, dates and owner stay, so that figures do. */
export async function anonymiseDeals(call: MoveCall, ids: readonly string[]): Promise<void> {
  const { workspaceId, tx } = call;
  await sql`update deals set title = '—', title_from = null, reference = null, lost_note = null, version = version + 1
    where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from deal_activities where workspace_id = ${workspaceId} and deal_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  await sql`update deal_history set activity = null, changes = coalesce((
      select jsonb_agg(c) from jsonb_array_elements(changes) c
      where c ->> 'field' not in ('title', 'reference', 'lostNote')), '[]')
    where workspace_id = ${workspaceId} and deal_id = any(${ids}::uuid[])`.execute(tx);
}

/** Gives these deals the name of the first contact that stays; their history forgets what they were called. */
export async function retitleDeals(
  call: MoveCall,
  titles: readonly { id: string; title: string; titleFrom: string }[],
): Promise<void> {
  await sql`update deals d set title = t.title, title_from = t.title_from, version = d.version + 1
    from unnest(${titles.map((t) => t.id)}::uuid[], ${titles.map((t) => t.title)}::text[],
      ${titles.map((t) => t.titleFrom)}::uuid[]) t(id, title, title_from)
    where d.workspace_id = ${call.workspaceId} and d.id = t.id`.execute(call.tx);
  await sql`update deal_history set changes = coalesce((
      select jsonb_agg(c) from jsonb_array_elements(changes) c where c ->> 'field' <> 'title'), '[]')
    where workspace_id = ${call.workspaceId} and deal_id = any(${titles.map((t) => t.id)}::uuid[])`.execute(
    call.tx,
  );
}

/** Takes the contacts off these deals, and out of the history of all. */
export async function takeContactsOff(
  call: MoveCall,
  dealIds: readonly string[],
  contactIds: readonly string[],
): Promise<void> {
  await sql`delete from deal_contacts where workspace_id = ${call.workspaceId}
    and deal_id = any(${dealIds}::uuid[]) and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
  await sql`update deal_history set contact_id = null where workspace_id = ${call.workspaceId}
    and contact_id = any(${contactIds}::uuid[])`.execute(call.tx);
}
