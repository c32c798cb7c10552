// Reports on the tickets opened in a period.
import { sql } from 'kysely';
import { readCategories } from '#features/tickets/ticket-categories.store.ts';
import { writeReport } from '#features/tickets/ticket-report.ts';
import { readStatuses } from '#features/tickets/ticket-statuses.store.ts';
import { readTallies } from '#features/tickets/ticket-tallies.store.ts';
import type { ticketsContract } from '#features/tickets/tickets.contract.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const reportTickets: Handler<typeof ticketsContract.report> = async (call, input) => {
  const today = await todayHere(call);
  const to = input.to ?? today;
  const from = input.from ?? `${(input.to ?? today).slice(0, 8)}01`;
  if (from > to) throw badInput([{ path: 'to', message: 'The period ends before it begins.' }]);
  const tallies = await readTallies(call, { ...input, from, to });
  return { from, to, ...writeReport(tallies, await readStatuses(call), await readCategories(call)) };
};

async function todayHere(call: Call): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select to_char(${call.now}::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today
    from workspaces where id = ${call.workspaceId}`.execute(call.tx);
  return rows[0]!.today;
}
