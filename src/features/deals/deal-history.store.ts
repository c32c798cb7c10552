// The SQL on what happened to deals.
import { sql } from 'kysely';
import { newId } from '#kit/ids.ts';
import type { Actor } from '#operations/call.ts';
import type { DealChange, HistoryKind } from './deal-shapes.contract.ts';
import type { StoreCall } from './deals.types.ts';

export type NewEntry = {
  dealId: string;
  kind: HistoryKind;
  changes?: readonly DealChange[];
  contactId?: string;
  activity?: string;
  /** The stage into which it came. */
  into?: { pipelineId: string; stageId: string };
};

export async function insertEntries(
  call: StoreCall & { actor: Actor },
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into deal_history (workspace_id, id, deal_id, kind, changes, contact_id, activity, pipeline_id, stage_id,
      actor, at)
    select ${call.workspaceId}, e.id, e.deal_id, e.kind, e.changes, e.contact_id, e.activity, e.pipeline_id,
      e.stage_id, ${JSON.stringify(call.actor)}::jsonb, ${call.now}
    from unnest(${entries.map(() => newId())}::uuid[], ${entries.map((e) => e.dealId)}::uuid[],
      ${entries.map((e) => e.kind)}::text[], ${entries.map((e) => JSON.stringify(e.changes ?? []))}::jsonb[],
      ${entries.map((e) => e.contactId ?? null)}::uuid[], ${entries.map((e) => e.activity ?? null)}::text[],
      ${entries.map((e) => e.into?.pipelineId ?? null)}::uuid[], ${entries.map((e) => e.into?.stageId ?? null)}::uuid[])
      e(id, deal_id, kind, changes, contact_id, activity, pipeline_id, stage_id)`.execute(call.tx);
}

export type HistoryEntry = {
  id: string;
  kind: HistoryKind;
  changes: DealChange[];
  contactId: string | null;
  activity: string | null;
  actor: { kind: string; name: string };
  at: Date;
  /** `at` to the microsecond; sorts as text. */
  place: string;
};

/** What happened to one deal, latest first. */
export async function readEntries(
  call: Pick<StoreCall, 'tx' | 'workspaceId'>,
  dealId: string,
  limit: number,
  before?: { at: string; id: string },
): Promise<HistoryEntry[]> {
  const earlier = before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
  const { rows } = await sql<HistoryEntry>`
    select id, kind, changes, contact_id as "contactId", activity,
      jsonb_build_object('kind', actor ->> 'kind', 'name', actor ->> 'name') as actor, at,
      to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from deal_history where workspace_id = ${call.workspaceId} and deal_id = ${dealId} ${earlier}
    order by at desc, id desc limit ${limit}`.execute(call.tx);
  return rows;
}
