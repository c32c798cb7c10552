// Counts events that a subscriber did not take: a bug, which the health figures show.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';

export type UntakenEvents = {
  /** Tried again by themselves. */
  waiting: number;
  /** Tried often enough: nothing happens by itself any more. */
  givenUp: number;
};

export function countUntaken(db: Database): Promise<UntakenEvents> {
  return db.asSystem(async (tx) => {
    const { rows } = await sql<UntakenEvents>`
      select count(*) filter (where due_at is not null)::int as waiting,
        count(*) filter (where due_at is null)::int as "givenUp"
      from events_untaken`.execute(tx);
    return rows[0]!;
  });
}
