// Counts people of today, 7 and 30 days: reached, new, and gone from marketing.
import { sql } from 'kysely';
import { visibleTo } from '#features/contacts/contacts.ts';
import type { Call } from '#operations/call.ts';
import type { Period, PeriodFigures } from './reports.contract.ts';

type Counts = Pick<PeriodFigures, 'peopleReached' | 'newContacts' | 'optOuts'>;

/** Counts since each of the instants; contacts that the caller may not see are left out. */
export async function readPeople(call: Call, from: Record<Period, Date>): Promise<Record<Period, Counts>> {
  const counts = (column: string) => sql`
    count(*) filter (where ${sql.ref(column)} >= ${from.today}) as today,
    count(*) filter (where ${sql.ref(column)} >= ${from.week}) as week, count(*) as month`;
  const { rows } = await sql<Record<Period, number> & { what: keyof Counts }>`
    select 'peopleReached' as what, ${counts('c.last_outbound_at')}
    from contacts c where ${visibleTo(call)} and c.last_outbound_at >= ${from.month}
    union all
    select 'newContacts', ${counts('c.created_at')}
    from contacts c where ${visibleTo(call)} and c.created_at >= ${from.month}
    union all
    select 'optOuts', ${counts('c.consent_at')}
    from contacts c where ${visibleTo(call)} and c.consent = 'unsubscribed' and c.consent_at >= ${from.month}
      and c.consent_at > c.created_at`.execute(call.tx);
  const of = (period: Period) => Object.fromEntries(rows.map((row) => [row.what, row[period]])) as Counts;
  return { today: of('today'), week: of('week'), month: of('month') };
}
