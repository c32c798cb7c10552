// Adds up the tallies of messages, which triggers on the messages write (0008-reports.sql).
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';

/**
 * Makes one row of each of up to `most` quarters of an hour that gained something; answers how many there were.
 * Whoever reads meanwhile sees the rows before or the row after, never both.
 */
export async function foldTallies(db: Database, most: number): Promise<number> {
  const { rows } = await db.asSystem((tx) =>
    sql<{ workspace_id: string }>`
      with due as (select distinct workspace_id, slot from message_tallies where not folded limit ${most}),
      gone as (
        delete from message_tallies t using due d where t.workspace_id = d.workspace_id and t.slot = d.slot
        returning t.workspace_id, t.slot, t.sent, t.delivered, t.read, t.failed, t.received)
      insert into message_tallies (workspace_id, slot, sent, delivered, read, failed, received, folded)
      select workspace_id, slot, sum(sent), sum(delivered), sum(read), sum(failed), sum(received), true
      from gone group by workspace_id, slot
      returning workspace_id`.execute(tx),
  );
  return rows.length;
}
