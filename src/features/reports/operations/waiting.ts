// Conversations in which the customer wrote last: how many, and which to answer first.
import { type RawBuilder, sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import type { reportsContract } from '#features/reports/reports.contract.ts';
import { visibleThreads } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

const MOST = 1_000;
const SHOWN = 5;

type Row = {
  id: string;
  last_message_preview: string;
  last_message_at: Date;
  window_closes_at: Date | null;
} & Parameters<typeof displayName>[0];

export const waiting: Handler<typeof reportsContract.waiting> = async (call) => {
  const waits = sql`${visibleThreads(call)} and c.in_inbox and c.state = 'open'
    and c.snoozed_until is null and c.waiting_since is not null`;
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) as count from (select 1 from conversations c where ${waits} limit ${MOST}) waiting`.execute(
    call.tx,
  );
  // The window closes a day after the customer's last message, so the index of that time finds both ends.
  const dayAgo = sql`${call.now}::timestamptz - interval '24 hours'`;
  const some = (which: RawBuilder<unknown>) => sql`
    (select c.*, k.first_name, k.last_name, k.profile_name, k.username, k.phone, k.wa_id, k.wa_user_id
    from conversations c join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    where ${waits} and ${which} limit ${SHOWN})`;
  const { rows } = await sql<Row>`
    ${some(sql`c.last_message_at > ${dayAgo} order by c.last_message_at`)} union all
    ${some(sql`c.last_message_at <= ${dayAgo} order by c.last_message_at desc`)}`.execute(call.tx);
  return {
    count: counted[0]!.count,
    next: rows.slice(0, SHOWN).map((row) => ({
      id: row.id,
      name: displayName(row),
      preview: row.last_message_preview,
      since: row.last_message_at.toISOString(),
      windowClosesAt: iso(row.window_closes_at),
    })),
  };
};
