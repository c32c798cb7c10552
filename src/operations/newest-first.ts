// Pages of rows by the time of something, newest first: the order of most lists.
import { type SelectQueryBuilder, sql } from 'kysely';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';

/**
 * One page of `query`, which names no order and no limit itself: by its column `at` and then by `id`, both falling.
 * `table` is its name in a query that joins. Refuses a cursor that such a list did not hand out.
 */
export async function newestFirst<
  DB,
  Tables extends keyof DB,
  At extends string,
  Row extends { id: string } & Record<At, Date>,
>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  at: At,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  table?: string,
): Promise<Page<Row>> {
  const [time, id] = [at, 'id'].map((column) => sql.ref(table ? `${table}.${column}` : column));
  let page = query
    .orderBy(sql`${time}`, 'desc')
    .orderBy(sql`${id}`, 'desc')
    .limit(limit + 1);
  if (cursor) {
    const [lastTime, lastId] = decodeCursor(cursor, ['instant', 'id']);
    page = page.where(sql<boolean>`(${time}, ${id}) < (${lastTime}::timestamptz, ${lastId}::uuid)`);
  }
  return toPage(await page.execute(), limit, (row) => [row[at].toISOString(), row.id]);
}
