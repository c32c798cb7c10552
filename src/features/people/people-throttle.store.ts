// Counts tries in windows of time, in rows: a restart forgets nothing, several processes count together.
import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';

/** Adds one try to `key` in a window of `windowSeconds`; answers the tries so far and when the window ends. */
export async function addTry(
  db: Kysely<DB>,
  key: string,
  windowSeconds: number,
  at: Date,
): Promise<{ tries: number; endsAt: Date }> {
  const ends = new Date(at.getTime() + windowSeconds * 1000);
  const row = await db
    .insertInto('throttles')
    .values({ key, tries: 1, ends_at: ends })
    .onConflict((c) =>
      c.column('key').doUpdateSet({
        tries: sql`case when throttles.ends_at <= ${at} then 1 else throttles.tries + 1 end`,
        ends_at: sql`case when throttles.ends_at <= ${at} then ${ends}::timestamptz else throttles.ends_at end`,
      }),
    )
    .returning(['tries', 'ends_at'])
    .executeTakeFirstOrThrow();
  return { tries: row.tries, endsAt: row.ends_at };
}

export async function forgetTries(db: Kysely<DB>, keys: readonly string[]): Promise<void> {
  await db.deleteFrom('throttles').where('key', 'in', keys).execute();
}

export async function forgetEndedThrottles(db: Kysely<DB>, at: Date): Promise<void> {
  await db.deleteFrom('throttles').where('ends_at', '<=', at).execute();
}
