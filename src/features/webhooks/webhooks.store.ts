// The SQL on received webhook bodies.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Call } from '#operations/call.ts';

export type NewBody = { workspaceId: string; accountId: string; id: string; receivedAt: Date; body: Buffer };

/** One statement, and one round trip, for bodies of any workspaces; durable when it resolves. */
export async function insertBodies(db: Database, bodies: readonly NewBody[]): Promise<void> {
  const column = <K extends keyof NewBody>(key: K) => bodies.map((body) => body[key]);
  const sizes = bodies.map(({ body }) => body.length);
  let start = 1;
  const starts = sizes.map((size) => {
    start += size;
    return start - size;
  });
  await db.pool.query('select store_webhook_bodies($1, $2, $3, $4, $5, $6, $7)', [
    column('workspaceId'),
    column('id'),
    column('accountId'),
    bodies.map(({ receivedAt }) => receivedAt.toISOString()),
    starts,
    sizes,
    Buffer.concat(column('body')),
  ]);
}

/** Workspaces in which a body waits to be read. */
export async function workspacesWaiting(db: Database, at: Date): Promise<string[]> {
  return db.asSystem(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select w.id from (select distinct workspace_id as id from whatsapp_accounts) w
      where exists (select from webhook_bodies b
        where b.workspace_id = w.id and b.state = 'pending' and b.due_at <= ${at})`.execute(tx);
    return rows.map((row) => row.id);
  });
}

export type WaitingBody = { id: string; receivedAt: Date; body: Buffer; attempts: number };

type ReaderCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** True when no other process reads this workspace's webhooks until the transaction ends. */
export async function lockReading(call: ReaderCall): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`webhooks ${call.workspaceId}`}, 0)) as held`.execute(
    call.tx,
  );
  return rows[0]?.held ?? false;
}

/**
 * The oldest bodies that are due: at most `most`, and together no longer than `mostBytes` unless it is one. For the
 * holder of `lockReading`.
 */
export async function claimBodies(call: ReaderCall, most: number, mostBytes: number): Promise<WaitingBody[]> {
  const { rows } = await sql<WaitingBody>`
    select id, received_at as "receivedAt", body, attempts from (
      select due.*, sum(octet_length(body)) over (order by due_at, id) as total from (
        select id, received_at, due_at, body, attempts from webhook_bodies
        where workspace_id = ${call.workspaceId} and state = 'pending' and due_at <= ${call.now}
        order by due_at, id limit ${most}
      ) due
    ) measured where total <= ${mostBytes} or total = octet_length(body)
    order by due_at, id`.execute(call.tx);
  return rows;
}

/** `unknown`: what in the body nobody understood; empty when all was. */
export async function markDone(
  call: ReaderCall,
  bodies: readonly { id: string; unknown: readonly string[] }[],
): Promise<void> {
  await sql`
    update webhook_bodies set state = 'done', failure = null, unknown = null
    where workspace_id = ${call.workspaceId} and id = any(${bodies.map(({ id }) => id)}::uuid[])`.execute(
    call.tx,
  );
  for (const { id, unknown } of bodies.filter((body) => body.unknown.length > 0))
    await call.tx
      .updateTable('webhook_bodies')
      .set({ unknown: [...unknown] })
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', id)
      .execute();
}

/** `dueAt` null gives the body up until somebody retries it. */
export async function markFailed(
  call: ReaderCall,
  body: { id: string; attempts: number; failure: string; dueAt: Date | null },
): Promise<void> {
  await call.tx
    .updateTable('webhook_bodies')
    .set({
      attempts: body.attempts,
      failure: body.failure,
      ...(body.dueAt ? { due_at: body.dueAt } : { state: 'failed' }),
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', body.id)
    .execute();
}

function selectBodies(call: ReaderCall) {
  return call.tx
    .selectFrom('webhook_bodies')
    .select(['id', 'received_at', 'state', 'attempts', 'failure', 'unknown'])
    .select(sql<number>`octet_length(body)`.as('size'))
    .where('workspace_id', '=', call.workspaceId)
    .$narrowType<{ state: 'pending' | 'done' | 'failed' }>();
}

/** Newest first, before the id `before`; `attention`: only those that failed or hold something unknown. */
export function listBodies(call: ReaderCall, attention: boolean, limit: number, before?: string) {
  let query = selectBodies(call).orderBy('id', 'desc').limit(limit);
  if (attention) query = query.where(sql<boolean>`(unknown is not null or state = 'failed')`);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.execute();
}

export function findBody(call: ReaderCall, id: string) {
  return selectBodies(call).select('body').where('id', '=', id).executeTakeFirst();
}

/** False when there is no such body. */
export async function makeDue(call: ReaderCall, id: string): Promise<boolean> {
  const changed = await call.tx
    .updateTable('webhook_bodies')
    .set({ state: 'pending', attempts: 0, due_at: call.now })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) > 0;
}

/** Deletes at most `most` bodies received before these times; answers how many. */
export async function deleteOld(
  db: Database,
  before: { read: Date; attention: Date },
  most: number,
): Promise<number> {
  return db.asSystem(async (tx) => {
    const { numAffectedRows } = await sql`
      delete from webhook_bodies b using (
        select workspace_id, id from webhook_bodies
        where received_at < ${before.attention}
           or (received_at < ${before.read} and state = 'done' and unknown is null)
        limit ${most}
      ) old where b.workspace_id = old.workspace_id and b.id = old.id`.execute(tx);
    return Number(numAffectedRows ?? 0);
  });
}
