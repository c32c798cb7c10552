// The SQL on sending plans and their waves.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { PlannedWave } from './plan.ts';

export type WaveCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type WaveRow = PlannedWave & {
  position: number;
  dueAt: Date;
  fed: number;
  state: 'planned' | 'sending' | 'checking' | 'done';
  startedAt: Date | null;
  endedAt: Date | null;
  checkedAt: Date | null;
  quality: string | null;
};

export type Hold = 'check_open' | 'stopped' | 'banned' | 'limit';
export type PlanRow = {
  numberId: string;
  timeOfDay: string;
  plannedBecause: 'start' | 'quality' | 'limit' | 'people' | 'standing';
  plannedAt: Date;
  held: Hold | null;
};

export async function findPlan(call: WaveCall, campaignId: string): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select number_id as "numberId", time_of_day::text as "timeOfDay", planned_because as "plannedBecause",
      planned_at as "plannedAt", held_kind as held
    from campaign_plans where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`.execute(
    call.tx,
  );
  return rows[0];
}

/** A new plan; its waves begin at the time of day that it is now in the workspace. */
export async function insertPlan(call: WaveCall, campaignId: string, numberId: string): Promise<void> {
  await sql`
    insert into campaign_plans (workspace_id, campaign_id, number_id, time_of_day, planned_at)
    select ${call.workspaceId}, ${campaignId}, ${numberId}, (${call.now}::timestamptz at time zone time_zone)::time,
      ${call.now}
    from workspaces where id = ${call.workspaceId}
    on conflict do nothing`.execute(call.tx);
}

export async function notePlan(
  call: WaveCall,
  campaignId: string,
  change: { held?: Hold | null; because?: PlanRow['plannedBecause'] },
): Promise<void> {
  await sql`
    update campaign_plans set
      held_kind = case when ${change.held !== undefined}::boolean then ${change.held ?? null}::text else held_kind end,
      planned_because = coalesce(${change.because ?? null}::text, planned_because),
      planned_at = case when ${change.because !== undefined}::boolean then ${call.now} else planned_at end
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`.execute(call.tx);
}

export async function readWaves(call: WaveCall, campaignId: string): Promise<WaveRow[]> {
  const { rows } = await sql<WaveRow>`
    select position, to_char(day, 'YYYY-MM-DD') as day, due_at as "dueAt", people, warm, known, cold, fed, stage, bound,
      allowed, state, started_at as "startedAt", ended_at as "endedAt", checked_at as "checkedAt", quality
    from campaign_waves where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
    order by position`.execute(call.tx);
  return rows;
}

/** Waves that are not done, and the last one that is: what decides what may be sent now. */
export async function openWaves(call: WaveCall, campaignId: string): Promise<WaveRow[]> {
  const { rows } = await sql<WaveRow>`
    select position, to_char(day, 'YYYY-MM-DD') as day, due_at as "dueAt", people, warm, known, cold, fed, stage, bound,
      allowed, state, started_at as "startedAt", ended_at as "endedAt", checked_at as "checkedAt", quality
    from campaign_waves where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state <> 'done'
    order by position limit 2`.execute(call.tx);
  return rows;
}

/**
 * Puts the waves in place of those that have not begun; each is due at the plan's time of its day. What may begin only
 * shortly after midnight, because the day before took until then, begins at once and does not wait for the evening.
 */
export async function replaceWaves(
  call: WaveCall,
  campaignId: string,
  waves: readonly PlannedWave[],
  notBefore: Date,
): Promise<void> {
  await sql`delete from campaign_waves where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
    and state = 'planned'`.execute(call.tx);
  const column = <K extends keyof PlannedWave>(name: K) => waves.map((wave) => wave[name]);
  await sql`
    insert into campaign_waves (workspace_id, campaign_id, position, day, due_at, people, warm, known, cold, stage,
      bound, allowed)
    select ${call.workspaceId}, ${campaignId}, last.position + w.ordinal, w.day,
      greatest((w.day - late.days + p.time_of_day) at time zone z.time_zone, ${notBefore}::timestamptz),
      w.people, w.warm, w.known, w.cold, w.stage, w.bound, w.allowed
    from unnest(${column('day')}::date[], ${column('people')}::int[], ${column('warm')}::int[],
        ${column('known')}::int[], ${column('cold')}::int[], ${column('stage')}::text[], ${column('bound')}::text[],
        ${column('allowed')}::int[]) with ordinality w(day, people, warm, known, cold, stage, bound, allowed, ordinal)
      join workspaces z on z.id = ${call.workspaceId}
      join campaign_plans p on p.workspace_id = ${call.workspaceId} and p.campaign_id = ${campaignId}
      cross join lateral (select ${notBefore}::timestamptz at time zone z.time_zone as time) earliest
      cross join lateral (
        select (${waves[0]?.day ?? null}::date = earliest.time::date
          and earliest.time < earliest.time::date - 1 + p.time_of_day + interval '3 hours')::int as days
      ) late
      cross join (
        select coalesce(max(position), 0) as position from campaign_waves
        where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}
      ) last`.execute(call.tx);
}

export async function moveWave(
  call: WaveCall,
  campaignId: string,
  position: number,
  change: Partial<Pick<WaveRow, 'state' | 'startedAt' | 'endedAt' | 'checkedAt' | 'quality' | 'dueAt'>>,
): Promise<void> {
  await call.tx
    .updateTable('campaign_waves')
    .set({
      state: change.state,
      started_at: change.startedAt,
      ended_at: change.endedAt,
      checked_at: change.checkedAt,
      quality: change.quality,
      due_at: change.dueAt,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('position', '=', position)
    .execute();
}

/** People of the present wave were taken out of the queue again: it is not over, and goes on with them. */
export async function takeBackFed(call: WaveCall, campaignId: string, people: number): Promise<void> {
  if (people === 0) return;
  await sql`
    update campaign_waves set fed = greatest(0, fed - ${people}::int), state = 'sending', ended_at = null
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and position = (
      select max(position) from campaign_waves
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state in ('sending', 'checking'))`.execute(
    call.tx,
  );
}

/** Makes a wave that is being sent end with `people`; with those it has, it is over, and with none it never was. */
export async function resizeWave(
  call: WaveCall,
  campaignId: string,
  { position, fed, warm, known }: WaveRow,
  people: number,
): Promise<void> {
  const at = sql`workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and position = ${position}`;
  if (people === 0) {
    await sql`delete from campaign_waves where ${at}`.execute(call.tx);
    return;
  }
  const ofWarm = Math.min(warm, people);
  const ofKnown = Math.min(known, people - ofWarm);
  await sql`
    update campaign_waves set people = ${people}, warm = ${ofWarm}, known = ${ofKnown},
      cold = ${people - ofWarm - ofKnown}, state = ${fed >= people ? 'checking' : 'sending'},
      ended_at = ${fed >= people ? call.now : null}::timestamptz
    where ${at}`.execute(call.tx);
}

/** The campaign is over: what was planned goes, and a wave that was being sent ends with those it has. */
export async function endPlan(call: WaveCall, campaignId: string): Promise<void> {
  const of = sql`workspace_id = ${call.workspaceId} and campaign_id = ${campaignId}`;
  await sql`delete from campaign_waves where ${of} and (state = 'planned' or state = 'sending' and fed = 0)`.execute(
    call.tx,
  );
  await sql`update campaign_waves set state = 'checking', people = fed, ended_at = ${call.now}
    where ${of} and state = 'sending'`.execute(call.tx);
  await notePlan(call, campaignId, { held: null });
}

/** Counts people handed to sending; the wave that has all of them waits for its check. */
export async function countFed(
  call: WaveCall,
  campaignId: string,
  position: number,
  people: number,
): Promise<void> {
  await sql`
    update campaign_waves set fed = fed + ${people},
      state = case when fed + ${people} >= people then 'checking' else state end,
      ended_at = case when fed + ${people} >= people then ${call.now}::timestamptz else ended_at end
    where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and position = ${position}`.execute(
    call.tx,
  );
}
