// The SQL on received webhook bodies.
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import { firstIdAt } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { RecentBodies } from './recent-bodies.ts';

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
      where exists (select from webhook_waiting b where b.workspace_id = w.id and b.due_at <= ${at})`.execute(
      tx,
    );
    return rows.map((row) => row.id);
  });
}

export type WaitingBody = {
  id: string;
  dueAt: Date;
  receivedAt: Date;
  body: Buffer;
  attempts: number;
  /** An earlier reading failed, or left something not understood. */
  marked: boolean;
};

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
 * holder of `lockReading`. They are fetched unless all of them are among the `recent`.
 */
export async function claimBodies(
  call: ReaderCall,
  most: number,
  mostBytes: number,
  recent?: Pick<RecentBodies, 'take'>,
): Promise<WaitingBody[]> {
  const waiting = recent ? await oldestWaiting(call, most) : [];
  if (recent && waiting.length === 0) return [];
  const kept = waiting.flatMap(({ id, dueAt }) => {
    const body = recent?.take(id);
    // What is due at another time than it came was tried before: its row knows more.
    const isFresh = body?.receivedAt.getTime() === dueAt.getTime();
    return body && isFresh ? [{ id, dueAt, ...body, attempts: 0, marked: false }] : [];
  });
  if (waiting.length === 0 || kept.length < waiting.length) return fetchBodies(call, most, mostBytes);
  let bytes = 0;
  return kept.filter(({ body }, index) => {
    bytes += body.length;
    return index === 0 || bytes <= mostBytes;
  });
}

async function oldestWaiting(call: ReaderCall, most: number): Promise<{ id: string; dueAt: Date }[]> {
  const { rows } = await sql<{ id: string; dueAt: Date }>`
    select body_id as id, due_at as "dueAt" from webhook_waiting
    where workspace_id = ${call.workspaceId} and due_at <= ${call.now}
    order by due_at, body_id limit ${most}`.execute(call.tx);
  return rows;
}

async function fetchBodies(call: ReaderCall, most: number, mostBytes: number): Promise<WaitingBody[]> {
  const { rows } = await sql<WaitingBody>`
    select id, due_at as "dueAt", received_at as "receivedAt", body, attempts,
      failure is not null or unknown is not null as marked from (
      select b.*, w.due_at, sum(octet_length(b.body)) over (order by w.due_at, w.body_id) as total from (
        select due_at, body_id from webhook_waiting
        where workspace_id = ${call.workspaceId} and due_at <= ${call.now}
        order by due_at, body_id limit ${most}
      ) w join webhook_bodies b on b.workspace_id = ${call.workspaceId} and b.id = w.body_id
    ) measured where total <= ${mostBytes} or total = octet_length(body)
    order by due_at, id`.execute(call.tx);
  return rows;
}

/** `unknown`: what in the body nobody understood; empty when all was. */
export async function markDone(
  call: ReaderCall,
  bodies: readonly (Pick<WaitingBody, 'id' | 'dueAt' | 'marked'> & { unknown: readonly string[] })[],
): Promise<void> {
  await forgetWaiting(call, bodies);
  for (const { id, unknown } of bodies.filter((body) => body.unknown.length > 0 || body.marked))
    await call.tx
      .updateTable('webhook_bodies')
      .set({ unknown: unknown.length > 0 ? [...unknown] : null, failure: null })
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', id)
      .execute();
}

/** Of bodies that `claimBodies` gave out together. */
async function forgetWaiting(
  call: ReaderCall,
  bodies: readonly Pick<WaitingBody, 'id' | 'dueAt'>[],
): Promise<void> {
  await sql`
    delete from webhook_waiting where workspace_id = ${call.workspaceId}
      and due_at between ${bodies[0]!.dueAt} and ${bodies.at(-1)!.dueAt}
      and body_id = any(${bodies.map(({ id }) => id)}::uuid[])`.execute(call.tx);
}

/** `dueAt` null gives the body up until somebody retries it. */
export async function markFailed(
  call: ReaderCall,
  body: Pick<WaitingBody, 'id' | 'dueAt'>,
  tried: { attempts: number; failure: string; dueAt: Date | null },
): Promise<void> {
  await forgetWaiting(call, [body]);
  await call.tx
    .updateTable('webhook_bodies')
    .set({
      attempts: tried.attempts,
      failure: tried.failure,
      ...(tried.dueAt ? {} : { state: 'failed' }),
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', body.id)
    .execute();
  if (tried.dueAt) await letWait(call, body.id, tried.dueAt);
}

function letWait(call: ReaderCall, id: string, dueAt: Date): Promise<unknown> {
  return call.tx
    .insertInto('webhook_waiting')
    .values({ workspace_id: call.workspaceId, body_id: id, due_at: dueAt })
    .execute();
}

function selectBodies(call: ReaderCall) {
  return call.tx
    .selectFrom('webhook_bodies as b')
    .select(['id', 'received_at', 'attempts', 'failure', 'unknown'])
    .select(sql<number>`octet_length(body)`.as('size'))
    .select(
      sql<'pending' | 'done' | 'failed'>`case when state = 'failed' then 'failed'
        when exists (select from webhook_waiting w where w.workspace_id = b.workspace_id and w.body_id = b.id)
        then 'pending' else 'done' end`.as('state'),
    )
    .where('workspace_id', '=', call.workspaceId);
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
  await call.tx
    .deleteFrom('webhook_waiting')
    .where('workspace_id', '=', call.workspaceId)
    .where('body_id', '=', id)
    .execute();
  const changed = await call.tx
    .updateTable('webhook_bodies')
    .set({ state: 'received', attempts: 0 })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) return false;
  await letWait(call, id, call.now);
  return true;
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
        select old.workspace_id, old.id from workspaces w cross join lateral (
          select workspace_id, id from webhook_bodies
          where workspace_id = w.id and id < ${firstIdAt(before.read)}
            and (id < ${firstIdAt(before.attention)} or (unknown is null and state = 'received'))
          limit ${most}
        ) old limit ${most}
      ) old where b.workspace_id = old.workspace_id and b.id = old.id`.execute(tx);
    await sql`
      delete from webhook_waiting w where due_at < ${before.attention}
        and not exists (select from webhook_bodies b where b.workspace_id = w.workspace_id and b.id = w.body_id)`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0);
  });
}
