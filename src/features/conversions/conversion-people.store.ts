// Reads what conversions need to know of deals, of people, and of the advertisements by which they came.
import { sql } from 'kysely';
import { readContacts } from '#features/contacts/contacts.ts';
import type { DealNews, DealNow, Person, ReadCall } from './conversions.types.ts';

type NewsRow = Omit<DealNews, 'stood' | 'now'> & {
  contactIds: string[] | null;
  probability: number | null;
  closedAt: string | null;
};

/** These events of deals that are still there, oldest first, but what a file brought, which may be of long ago. */
export async function readDealNews(call: ReadCall, eventIds: readonly string[]): Promise<DealNews[]> {
  const { rows } = await sql<NewsRow>`
    select e.name, e.subject_id as "dealId", e.at, e.payload ->> 'contactId' as "contactId",
      e.payload ->> 'change' as change, e.payload #> '{deal,contactIds}' as "contactIds",
      (e.payload #>> '{deal,stage,probability}')::int as probability, e.payload #>> '{deal,closedAt}' as "closedAt",
      coalesce(e.payload #>> '{deal,stage,kind}' = 'lost' and e.payload #>> '{before,stage,kind}' <> 'lost', false)
        as "wasLost"
    from events e
    where e.workspace_id = ${call.workspaceId} and e.id = any(${eventIds}::uuid[]) and not e.payload ? 'fromFile'
    order by e.seq, e.id`.execute(call.tx);
  const deals = await readDealsNow(
    call,
    rows.map((row) => row.dealId),
  );
  return rows.flatMap(({ contactIds, probability, closedAt, ...row }) => {
    const now = deals.get(row.dealId);
    if (!now) return [];
    const stood =
      contactIds === null || probability === null
        ? null
        : { contactIds, probability, closedAt: closedAt === null ? null : new Date(closedAt) };
    return [{ ...row, stood, now }];
  });
}

/** Those of these deals that are there. */
export async function readDealsNow(
  call: ReadCall,
  dealIds: readonly string[],
): Promise<Map<string, DealNow>> {
  if (dealIds.length === 0) return new Map();
  const { rows } = await sql<DealNow & { id: string }>`
    select d.id, d.amount::float8 as amount, d.currency, s.probability,
      array(select c.contact_id from deal_contacts c where c.workspace_id = d.workspace_id and c.deal_id = d.id
        order by c.position) as "contactIds"
    from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
    where d.workspace_id = ${call.workspaceId} and d.id = any(${dealIds}::uuid[])`.execute(call.tx);
  return new Map(rows.map(({ id, ...deal }) => [id, deal]));
}

/** Who is gone is left out. Click ids belong to the account that the advertisement led to. */
export async function readPeople(
  call: ReadCall,
  accountId: string | null,
  contactIds: readonly string[],
): Promise<Map<string, Person>> {
  const known = await readContacts(call, contactIds);
  const clicks = await latestClicks(call, accountId, [...known.keys()]);
  return new Map(
    [...known].map(([id, { phone, email, consent, blocked }]) => [
      id,
      { phone, email, consent, blocked, clickId: clicks.get(id) ?? null },
    ]),
  );
}

async function latestClicks(
  call: ReadCall,
  accountId: string | null,
  contactIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountId === null || contactIds.length === 0) return new Map();
  const { rows } = await sql<{ contactId: string; clickId: string }>`
    select distinct on (c.contact_id) c.contact_id as "contactId", m.content #>> '{referral,clickId}' as "clickId"
    from conversations c
      join numbers n on n.workspace_id = c.workspace_id and n.id = c.number_id and n.account_id = ${accountId}
      join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.id
        and m.content ? 'referral' and m.content #>> '{referral,clickId}' is not null
    where c.workspace_id = ${call.workspaceId} and c.contact_id = any(${contactIds}::uuid[])
    order by c.contact_id, m.at desc`.execute(call.tx);
  return new Map(rows.map((row) => [row.contactId, row.clickId]));
}
