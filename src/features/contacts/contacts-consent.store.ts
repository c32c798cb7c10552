// The SQL on marketing consent and its history.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Page } from '#kit/paging.ts';
import type { Actor, Call } from '#operations/call.ts';
import { newestFirst } from '#operations/newest-first.ts';
import { iso } from '#operations/operation.ts';
import type { Consent } from './contact-filter.contract.ts';

export type ConsentCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;
export type ConsentChange = { contactId: string; from: Consent; to: Consent };
export type ConsentOrigin = { source: string; note?: string | undefined };

/** Sets the consent of each contact; answers those that changed. `unsubscribed` stays unless `resubscribe`. */
export async function updateConsent(
  call: ConsentCall,
  rows: readonly { contactId: string; consent: Consent }[],
  origin: ConsentOrigin,
  resubscribe = true,
): Promise<ConsentChange[]> {
  if (rows.length === 0) return [];
  const { rows: changes } = await sql<ConsentChange>`
    update contacts c set consent = n.consent, consent_source = ${origin.source}, consent_at = ${call.now},
      updated_at = ${call.now}
    from (
      select o.id, o.consent as old, r.consent
      from unnest(${rows.map((r) => r.contactId)}::uuid[], ${rows.map((r) => r.consent)}::text[]) r(id, consent)
      join contacts o on o.workspace_id = ${call.workspaceId} and o.id = r.id
      where o.consent <> r.consent and (${resubscribe} or o.consent <> 'unsubscribed')
      order by o.id for update of o
    ) n
    where c.workspace_id = ${call.workspaceId} and c.id = n.id
    returning c.id as "contactId", n.old as "from", c.consent as "to"`.execute(call.tx);
  await insertConsentChanges(call, changes, origin);
  return changes;
}

/** Writes the history of changes that were made. */
export async function insertConsentChanges(
  call: ConsentCall,
  changes: readonly { contactId: string; to: Consent }[],
  { source, note }: ConsentOrigin,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into consent_changes (workspace_id, id, contact_id, consent, source, note, actor, at)
    select ${call.workspaceId}, n.id, n.contact_id, n.consent, ${source}, ${note ?? null},
      ${JSON.stringify(call.actor)}::jsonb, ${call.now}
    from unnest(${changes.map(() => newId())}::uuid[], ${changes.map((c) => c.contactId)}::uuid[],
      ${changes.map((c) => c.to)}::text[]) n(id, contact_id, consent)`.execute(call.tx);
}

export type ConsentEntry = {
  id: string;
  consent: Consent;
  source: string;
  note: string | null;
  by: string;
  at: string;
};

export async function pageOfConsentChanges(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  contactId: string,
  options: { limit: number; cursor?: string | undefined },
): Promise<Page<ConsentEntry>> {
  const query = call.tx
    .selectFrom('consent_changes')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('contact_id', '=', contactId);
  const page = await newestFirst(query, 'at', options);
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      consent: row.consent as Consent,
      source: row.source,
      note: row.note,
      by: (row.actor as Partial<Actor>).name ?? '',
      at: iso(row.at),
    })),
  };
}

/** The history of `from` becomes that of `to`. */
export async function moveConsentChanges(call: ConsentCall, from: string, to: string): Promise<void> {
  await call.tx
    .updateTable('consent_changes')
    .set({ contact_id: to })
    .where('workspace_id', '=', call.workspaceId)
    .where('contact_id', '=', from)
    .execute();
}
