// Turns a filter into conditions on deals.
import { type RawBuilder, sql } from 'kysely';
import { isDue, tomorrow, type When } from './activity-when.ts';
import type { DealFilter } from './deal-shapes.contract.ts';
import type { DealCall } from './deals.types.ts';

type Condition = RawBuilder<boolean>;
type FilterCall = Pick<DealCall, 'tx' | 'workspaceId' | 'userId' | 'now'>;

/** More matches than this are found faster by walking the list than through the index of the search. */
const FEW = 2_000;

/** Conditions on `deals d`; values of one kind are alternatives, all kinds must hold. */
export async function matching(call: FilterCall, filter: Partial<DealFilter>): Promise<Condition> {
  const { pipelineId, stageId, ownerId, contactId, state, reference, activity } = filter;
  const all: Condition[] = [sql`d.workspace_id = ${call.workspaceId}`];
  if (reference) all.push(sql`d.reference_key = lower(${reference})`);
  if (pipelineId?.length) all.push(sql`d.pipeline_id = any(${pipelineId}::uuid[])`);
  if (stageId?.length) all.push(sql`d.stage_id = any(${stageId}::uuid[])`);
  if (ownerId?.length) all.push(ownedBy(call, ownerId));
  if (contactId)
    all.push(sql`d.id in (select c.deal_id from deal_contacts c
      where c.workspace_id = ${call.workspaceId} and c.contact_id = ${contactId})`);
  if (state === 'closed') all.push(sql`d.closed_at is not null`);
  else if (state) all.push(sql`d.state = ${state}`);
  const { createdFrom, createdTo, closedFrom, closedTo } = filter;
  const starts = await startsOf(call, [createdFrom, closedFrom], [createdTo, closedTo]);
  if (createdFrom) all.push(sql`d.created_at >= ${starts(createdFrom, 0)}`);
  if (createdTo) all.push(sql`d.created_at < ${starts(createdTo, 1)}`);
  if (filter.closeFrom) all.push(sql`d.close_on >= ${filter.closeFrom}::date`);
  if (filter.closeTo) all.push(sql`d.close_on <= ${filter.closeTo}::date`);
  if (closedFrom) all.push(sql`d.closed_at >= ${starts(closedFrom, 0)}`);
  if (closedTo) all.push(sql`d.closed_at < ${starts(closedTo, 1)}`);
  if (filter.closeDate) all.push(sql`d.close_on is null`);
  if (filter.lostReasonId) all.push(lostFor(filter.lostReasonId));
  if (filter.reachedStageId) all.push(hasReached(filter.reachedStageId));
  if (activity) all.push(nextIs(call, activity));
  if (filter.search) all.push(await searching(call, filter.search));
  return sql<boolean>`(${sql.join(all, sql` and `)})`;
}

function ownedBy(call: FilterCall, values: readonly string[]): Condition {
  const ids = values
    .filter((value) => value !== 'none')
    .flatMap((id) => (id === 'me' ? (call.userId ?? []) : id));
  const among = sql<boolean>`d.owner_id = any(${ids}::uuid[])`;
  return values.includes('none') ? sql`(${among} or d.owner_id is null)` : among;
}

/**
 * The first instants of `first` and of the days after `last`, in the workspace's time zone: asked for beforehand, because
 * only of a value can be told how many deals it leaves, and by that the index is chosen.
 */
async function startsOf(
  call: FilterCall,
  first: readonly (string | undefined)[],
  last: readonly (string | undefined)[],
): Promise<(day: string, later: 0 | 1) => RawBuilder<Date>> {
  const asked = [first, last].flatMap((days, later) => days.flatMap((day) => (day ? [{ day, later }] : [])));
  if (asked.length === 0) return () => sql`null`;
  const { rows } = await sql<{ day: string; later: number; at: string }>`
    select d.day, d.later, ((d.day::date + d.later)::timestamp at time zone w.time_zone)::text as at
    from unnest(${asked.map(({ day }) => day)}::text[], ${asked.map(({ later }) => later)}::int[]) d(day, later)
    cross join workspaces w where w.id = ${call.workspaceId}`.execute(call.tx);
  return (day, later) =>
    sql`${rows.find((row) => row.day === day && row.later === later)?.at ?? null}::timestamptz`;
}

function lostFor(reason: string): Condition {
  return reason === 'none'
    ? sql`(d.state = 'lost' and d.lost_reason_id is null)`
    : sql`d.lost_reason_id = ${reason}`;
}

/** By the present order of the stages, as the report on conversion counts. */
function hasReached(stageId: string): Condition {
  return sql`exists (
    select from deal_history h
    join stages v on v.workspace_id = h.workspace_id and v.id = h.stage_id
    join stages s on s.workspace_id = h.workspace_id and s.id = ${stageId} and s.pipeline_id = v.pipeline_id
    where h.workspace_id = d.workspace_id and h.deal_id = d.id and v.kind <> 'lost'
      and (v.kind_rank, v.position, v.id) >= (s.kind_rank, s.position, s.id))`;
}

/** On the activity that is due first. */
function nextIs(call: FilterCall, when: When | 'none'): Condition {
  const open = (due: RawBuilder<boolean>): Condition =>
    sql`exists (select from deal_activities a
      where a.workspace_id = d.workspace_id and a.deal_id = d.id and a.done_at is null and ${due})`;
  const is = (word: When) => open(isDue(call, sql`a.due_at`, word));
  switch (when) {
    case 'none':
      return sql`not ${open(sql`true`)}`;
    case 'overdue':
      return is('overdue');
    case 'today':
      return sql`(${is('today')} and not ${is('overdue')})`;
    case 'planned':
      return sql`(${is('planned')} and not ${open(sql`a.due_at < ${tomorrow(call)}`)})`;
  }
}

/** Every word in name or reference. */
async function searching(call: FilterCall, text: string): Promise<Condition> {
  const patterns = text
    .toLowerCase()
    .split(/\s+/)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const plain = sql<boolean>`d.search like all (${patterns}::text[])`;
  // The index knows groups of three letters: the longest word narrows most.
  const longest = patterns.reduce((a, b) => (b.length > a.length ? b : a));
  if (longest.length < '%...%'.length) return plain;
  const { rows } = await sql<{ ids: string[] }>`
    select array(select deals_matching(${longest}, ${FEW + 1})) as ids`.execute(call.tx);
  const { ids } = rows[0]!;
  return ids.length > FEW ? plain : sql`(d.id = any(${ids}::uuid[]) and ${plain})`;
}
