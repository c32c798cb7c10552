// The SQL on the history that a phone app hands over: how much of a number's is here.
import { sql } from 'kysely';
import type { NumbersCall } from './numbers.store.ts';

export type Refusal = { kind: 'declined' } | { kind: 'refused'; why: string };

/** False when the number's was asked for before. */
export async function markAsked(call: NumbersCall, numberId: string): Promise<boolean> {
  const { rows } = await sql`
    insert into number_histories as h (workspace_id, number_id, asked_at, started_at, changed_at)
    values (${call.workspaceId}, ${numberId}, ${call.now}, ${call.now}, ${call.now})
    on conflict (workspace_id, number_id) do update set asked_at = excluded.asked_at where h.asked_at is null
    returning number_id`.execute(call.tx);
  return rows.length > 0;
}

/** What came of asking; null: it will be handed over. */
export async function saveRefusal(
  call: NumbersCall,
  numberId: string,
  refusal: Refusal | null,
): Promise<void> {
  await sql`
    update number_histories set refused = ${refusal?.kind === 'refused' ? refusal.why : null},
      declined_at = case when ${refusal?.kind === 'declined'} then ${call.now}::timestamptz else declined_at end
    where workspace_id = ${call.workspaceId} and number_id = ${numberId}`.execute(call.tx);
}

export type HistoryNote = {
  numberId: string;
  /** Per cent of the whole; undefined where this part does not say. */
  progress?: number | undefined;
  /** Messages that were new. */
  messages: number;
  declined: boolean;
};

/** Older progress than this is of an earlier connection of the number. */
const SAME_HISTORY = '3 days';

/** Late and repeated parts never move the progress back; what is handed over after all was not declined. */
export async function saveHistoryNote(call: NumbersCall, note: HistoryNote): Promise<void> {
  const progress = Math.min(100, Math.max(0, Math.round(note.progress ?? 0)));
  await sql`
    insert into number_histories as h (workspace_id, number_id, progress, messages, declined_at, started_at, changed_at)
    values (${call.workspaceId}, ${note.numberId}, ${progress}, ${note.messages},
      ${note.declined ? call.now : null}, ${call.now}, ${call.now})
    on conflict (workspace_id, number_id) do update set
      progress = case when h.changed_at < ${call.now}::timestamptz - ${SAME_HISTORY}::interval
        and excluded.progress between 1 and 99 then excluded.progress else greatest(h.progress, excluded.progress) end,
      messages = h.messages + excluded.messages,
      declined_at = excluded.declined_at,
      refused = null,
      changed_at = excluded.changed_at`.execute(call.tx);
}
