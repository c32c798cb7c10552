// Reads what conversions need to know of deals, of people, and of the advertisements by which they came.
import { sql } from 'kysely';
import type { DealFacts } from '#events/deal-events.ts';
import { readContacts } from '#features/contacts/contacts.ts';
import type { DealNews, Person, ReadCall } from './conversions.types.ts';

type NewsRow = {
  name: string;
  dealId: string;
  at: Date;
  deal: DealFacts | null;
  contactId: string | null;
  change: string | null;
  contactIds: string[] | null;
  probability: number | null;
  wasWon: boolean;
};

/**
 * These events of deals, oldest first, but what a file brought, which may have happened long ago. An activity’s tells
 * nothing of its deal, which is read as it is now.
 */
export async function readDealNews(call: ReadCall, eventIds: readonly string[]): Promise<DealNews[]> {
  const { rows } = await sql<NewsRow>`
    select e.name, e.subject_id as "dealId", e.at, e.payload -> 'deal' as deal, e.payload ->> 'contactId' as "contactId",
      e.payload ->> 'change' as change, s.probability,
      coalesce((e.payload #>> '{before,stage,probability}')::int = 100, false) as "wasWon",
      array(select c.contact_id from deal_contacts c where c.workspace_id = d.workspace_id and c.deal_id = d.id
        order by c.position) as "contactIds"
    from events e
      join deals d on d.workspace_id = e.workspace_id and d.id = e.subject_id
      join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
    where e.workspace_id = ${call.workspaceId} and e.id = any(${eventIds}::uuid[]) and not e.payload ? 'fromFile'
    order by e.seq, e.id`.execute(call.tx);
  return rows.map(({ deal, contactIds, probability, ...row }) => ({
    ...row,
    deal: deal
      ? { ...deal, probability: deal.stage.probability }
      : { contactIds: contactIds!, probability: probability!, amount: null, currency: null, closedAt: null },
  }));
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
