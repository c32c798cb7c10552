// Adds up and reads the running figures of tickets, which triggers on the tickets write (0023-tickets.sql).
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Call } from '#operations/call.ts';
import type { TicketReportInput } from './ticket-report.contract.ts';
import type { Priority } from './ticket-shapes.contract.ts';
import type { ReadCall } from './tickets.types.ts';
import { visibleTickets } from './visibility.ts';

/**
 * Makes one row for each day, status, priority and category of up to `most` days that gained something; answers how
 * many days there were. Whoever reads meanwhile sees the rows before or the row after, never both.
 */
export async function foldTallies(db: Database, most: number): Promise<number> {
  const { rows } = await db.asSystem((tx) =>
    sql<{ days: number }>`
      with due as (select distinct workspace_id, opened_on from ticket_tallies where not folded limit ${most}),
      gone as (
        delete from ticket_tallies t using due d
        where t.workspace_id = d.workspace_id and t.opened_on = d.opened_on returning t.*),
      kept as (
        insert into ticket_tallies (workspace_id, opened_on, status, priority, category_id, tickets, closed,
          closing_seconds, folded)
        select workspace_id, opened_on, status, priority, category_id, sum(tickets), sum(closed),
          sum(closing_seconds), true
        from gone group by 1, 2, 3, 4, 5 having sum(tickets) <> 0)
      select count(*)::int as days from due`.execute(tx),
  );
  return rows[0]!.days;
}

export type Tally = {
  status: string;
  priority: Priority;
  categoryId: string | null;
  tickets: number;
  closed: number;
  closingSeconds: number;
};

/** Of tickets opened from day to day. Whoever sees everything is answered by the figures, others by their own tickets. */
export async function readTallies(
  call: ReadCall,
  { from, to, categoryId }: Required<Pick<TicketReportInput, 'from' | 'to'>> & TicketReportInput,
): Promise<Tally[]> {
  const category =
    categoryId === undefined
      ? sql`true`
      : categoryId === 'none'
        ? sql`category_id is null`
        : sql`category_id = ${categoryId}::uuid`;
  const source = call.permissions.has('chats:all')
    ? sql`ticket_tallies where workspace_id = ${call.workspaceId}`
    : sql`(select t.opened_on, t.status, t.priority, t.category_id, 1 as tickets,
        (t.closed_at is not null)::int as closed, extract(epoch from t.closed_at - t.created_at) as closing_seconds
        from tickets t where ${visibleTickets(call)}) own where true`;
  const { rows } = await sql<Tally>`
    select status, priority, category_id as "categoryId", sum(tickets)::int as tickets, sum(closed)::int as closed,
      coalesce(sum(closing_seconds), 0)::float8 as "closingSeconds"
    from ${source} and opened_on between ${from}::date and ${to}::date and ${category}
    group by 1, 2, 3 having sum(tickets) > 0`.execute(call.tx);
  return rows;
}

/** Tickets by status, or by category, of the whole workspace. */
export async function countBy(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  column: 'status' | 'category_id',
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select ${sql.ref(column)}::text as key, sum(tickets)::int as count from ticket_tallies
    where workspace_id = ${call.workspaceId} and ${sql.ref(column)} is not null group by 1`.execute(call.tx);
  return new Map(rows.map(({ key, count }) => [key, count]));
}
