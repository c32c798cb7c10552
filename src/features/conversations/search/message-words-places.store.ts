// The SQL on how far back a workspace's messages were looked through for words that the search did not know.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type PlacesCall = Pick<Call, 'tx' | 'workspaceId'>;

/** The next messages, latest first; null when all were looked through. Held until the transaction ends. */
export async function nextToFill({ tx, workspaceId }: PlacesCall, limit: number): Promise<string[] | null> {
  const { rows } = await sql<{ beforeId: string | null; done: boolean }>`
    insert into message_words_places as p (workspace_id) values (${workspaceId})
    on conflict (workspace_id) do update set done = p.done
    returning before_id as "beforeId", done`.execute(tx);
  const { beforeId, done } = rows[0]!;
  if (done) return null;
  const found = await sql<{ id: string }>`
    select id from messages where workspace_id = ${workspaceId}
      ${beforeId === null ? sql`` : sql`and id < ${beforeId}::uuid`}
    order by id desc limit ${limit}`.execute(tx);
  return found.rows.map(({ id }) => id);
}

export async function noteFilled(
  { tx, workspaceId }: PlacesCall,
  beforeId: string | null,
  done: boolean,
): Promise<void> {
  await sql`update message_words_places set before_id = coalesce(${beforeId}::uuid, before_id), done = ${done}
    where workspace_id = ${workspaceId}`.execute(tx);
}
