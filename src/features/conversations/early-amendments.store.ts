// The SQL on edits and withdrawals that came before their message: kept until it comes, for a while.
import { sql } from 'kysely';
import type { Amendment } from '#features/sending/sending.ts';
import type { Call } from '#operations/call.ts';

type KeepCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Deliveries are repeated for seven days; what has not come by then never will. */
const KEPT_MS = 8 * 86_400_000;
/** Of a workspace; the oldest go first. */
const MOST = 10_000;

/** `toldBy`: the provider's id of the news, the same for repeated deliveries; `knownBy`: WhatsApp ids of the person. */
export type EarlyAmendment = Amendment & { toldBy: string; knownBy: readonly string[] };

/** The provider's ids among `ids` of messages that are not there. */
export async function unknownMessages(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${ids}::text[]) a(id) where not exists (select from messages m
      where m.workspace_id = ${call.workspaceId} and m.provider_id = a.id)`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}

/** Keeps them; beyond the most that are kept the oldest are forgotten. */
export async function keepEarly(call: KeepCall, amendments: readonly EarlyAmendment[]): Promise<void> {
  if (amendments.length === 0) return;
  await sql`
    insert into early_amendments (workspace_id, provider_id, told_by, change, edited_at, known_by, kept_at)
    select ${call.workspaceId}, "providerId", "toldBy", change, "editedAt", "knownBy", ${call.now}
    from jsonb_to_recordset(${JSON.stringify(amendments)}::jsonb) r("providerId" text, "toldBy" text, change jsonb,
      "editedAt" timestamptz, "knownBy" text[])
    on conflict do nothing`.execute(call.tx);
  await sql`
    delete from early_amendments where workspace_id = ${call.workspaceId} and kept_at < (
      select kept_at from early_amendments where workspace_id = ${call.workspaceId}
      order by kept_at desc offset ${MOST - 1} limit 1)`.execute(call.tx);
}

/** Takes out those about these messages, the provider's ids. */
export async function takeEarly(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  ids: readonly string[],
): Promise<Amendment[]> {
  const { rows } = await sql<{ providerId: string; change: object; editedAt: Date | null }>`
    delete from early_amendments where workspace_id = ${call.workspaceId} and provider_id = any(${ids}::text[])
    returning provider_id as "providerId", change, edited_at as "editedAt"`.execute(call.tx);
  return rows.map(({ editedAt, ...row }) => ({ ...row, ...(editedAt ? { editedAt } : {}) }));
}

/** Forgets those whose message did not come in time. */
export async function forgetEarly(call: KeepCall): Promise<void> {
  await sql`delete from early_amendments where workspace_id = ${call.workspaceId}
    and kept_at < ${new Date(call.now.getTime() - KEPT_MS)}`.execute(call.tx);
}

/** Forgets those of people who are deleted, by their WhatsApp ids. */
export async function eraseEarly(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  knownBy: readonly string[],
): Promise<void> {
  await sql`delete from early_amendments where workspace_id = ${call.workspaceId}
    and known_by && ${knownBy}::text[]`.execute(call.tx);
}
