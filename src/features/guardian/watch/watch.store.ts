// The SQL on what the guardian saw of numbers and templates, and on the stages of numbers.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { Quality } from '#features/numbers/numbers.contract.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import { freeSince, type StageState } from './quality-stage.ts';

export type WatchCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type NumberSighting = {
  at: Date;
  quality: Quality;
  status: string;
  accountState: string;
  messagingLimit: number | null;
};

/** Notes what is said of a number now, where it differs from what was noted last; answers whether it did. */
export async function noteNumber(
  call: WatchCall,
  numberId: string,
  seen: Omit<NumberSighting, 'at'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into number_sightings (workspace_id, id, number_id, at, quality, status, account_state, messaging_limit)
    select ${call.workspaceId}, ${newId()}::uuid, ${numberId}::uuid, ${call.now}::timestamptz, ${seen.quality},
      ${seen.status}, ${seen.accountState}, ${seen.messagingLimit}::int
    where not exists (
      select from (
        select quality, status, account_state, messaging_limit from number_sightings
        where workspace_id = ${call.workspaceId} and number_id = ${numberId} order by at desc, id desc limit 1
      ) last
      where last.quality = ${seen.quality} and last.status = ${seen.status}
        and last.account_state = ${seen.accountState}
        and last.messaging_limit is not distinct from ${seen.messagingLimit}::int)
    returning id`.execute(call.tx);
  return rows.length > 0;
}

/** What was seen of a number since `from`, oldest first, led by what held at that time. */
export async function numberSightings(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberId: string,
  from: Date,
): Promise<NumberSighting[]> {
  const { rows } = await sql<NumberSighting>`
    with all_of_it as (
      select at, id, quality, status, account_state, messaging_limit from number_sightings
      where workspace_id = ${call.workspaceId} and number_id = ${numberId}
    )
    select at, quality, status, account_state as "accountState", messaging_limit as "messagingLimit" from (
      (select * from all_of_it where at < ${from} order by at desc, id desc limit 1)
      union all
      (select * from all_of_it where at >= ${from} order by at desc, id desc limit 2000)
    ) seen order by at, id`.execute(call.tx);
  return rows;
}

/** Notes the present quality and status of templates whose last note differs. */
export async function noteTemplates(call: WatchCall, templateIds: readonly string[]): Promise<void> {
  await sql`
    insert into template_sightings (workspace_id, id, template_id, at, quality, status)
    select t.workspace_id, i.id, t.id, ${call.now}, t.quality, t.status
    from unnest(${templateIds.map(() => newId())}::uuid[], ${templateIds}::uuid[]) i(id, template_id)
      join templates t on t.workspace_id = ${call.workspaceId} and t.id = i.template_id
      left join lateral (
        select quality, status from template_sightings s
        where s.workspace_id = t.workspace_id and s.template_id = t.id order by at desc, id desc limit 1
      ) last on true
    where t.status <> 'draft' and (last.quality is distinct from t.quality or last.status is distinct from t.status)
    order by i.id`.execute(call.tx);
}

type StageRow = {
  stage: StageState['stage'];
  cause: StageState['cause'];
  since: Date;
  stopped_until: Date | null;
  recovering_until: Date | null;
  trouble_since: Date | null;
  relapses: number;
  last_low_at: Date | null;
};

const toState = (row: StageRow): StageState => ({
  stage: row.stage,
  cause: row.cause,
  since: row.since,
  stoppedUntil: row.stopped_until,
  recoveringUntil: row.recovering_until,
  troubleSince: row.trouble_since,
  relapses: row.relapses,
  lastLowAt: row.last_low_at,
});

/** The stage of a number, or of all that ever were in trouble; those without a row are free. */
export async function readStages(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberId?: string,
): Promise<Map<string, StageState>> {
  let query = call.tx.selectFrom('number_stages').selectAll().where('workspace_id', '=', call.workspaceId);
  if (numberId !== undefined) query = query.where('number_id', '=', numberId);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.number_id, toState(row as StageRow)]));
}

/** Reads the stage and keeps others from changing it until the transaction ends. */
export async function lockStage(call: WatchCall, numberId: string): Promise<StageState> {
  await sql`
    insert into number_stages (workspace_id, number_id, stage, since)
    values (${call.workspaceId}, ${numberId}, 'free', ${call.now})
    on conflict (workspace_id, number_id) do nothing`.execute(call.tx);
  const { rows } = await sql<StageRow>`
    select * from number_stages where workspace_id = ${call.workspaceId} and number_id = ${numberId}
    for no key update`.execute(call.tx);
  return rows[0] ? toState(rows[0]) : freeSince(call.now);
}

export async function saveStage(call: WatchCall, numberId: string, state: StageState): Promise<void> {
  await call.tx
    .updateTable('number_stages')
    .set({
      stage: state.stage,
      cause: state.cause,
      since: state.since,
      stopped_until: state.stoppedUntil,
      recovering_until: state.recoveringUntil,
      trouble_since: state.troubleSince,
      relapses: state.relapses,
      last_low_at: state.lastLowAt,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', numberId)
    .execute();
}

/** These numbers and the others of their accounts, in the order of ids. */
export async function numbersBeside(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from numbers where workspace_id = ${call.workspaceId} and disconnected_at is null and account_id in (
      select account_id from numbers where workspace_id = ${call.workspaceId} and id = any(${numberIds}::uuid[]))
    order by id`.execute(call.tx);
  return rows.map((row) => row.id);
}

export type WatchedNumber = { workspaceId: string; numberId: string };

/** Numbers whose stop or recovery is over by the clock; `tx` is the system's. */
export async function stagesEnding(tx: Tx, now: Date): Promise<WatchedNumber[]> {
  const { rows } = await sql<WatchedNumber>`
    select workspace_id as "workspaceId", number_id as "numberId" from number_stages
    where stage in ('stopped', 'recovering') and coalesce(stopped_until, recovering_until) <= ${now}
    limit 1000`.execute(tx);
  return rows;
}

/** Connected numbers whose health should be read again: often while a campaign runs or they are in trouble. */
export async function numbersToRead(tx: Tx, now: Date, everyMinutes: number): Promise<WatchedNumber[]> {
  const { rows } = await sql<WatchedNumber>`
    select n.workspace_id as "workspaceId", n.id as "numberId" from numbers n
    where n.disconnected_at is null
      and (n.checked_at is null or n.checked_at < ${now}::timestamptz - ${everyMinutes} * interval '1 minute')
      and (
        exists (select from campaigns c where c.workspace_id = n.workspace_id and c.number_id = n.id
          and (c.state = 'running' or c.settling))
        or exists (select from number_stages s where s.workspace_id = n.workspace_id and s.number_id = n.id
          and s.stage in ('stopped', 'recovering', 'restricted', 'banned')))
    limit 1000`.execute(tx);
  return rows;
}
