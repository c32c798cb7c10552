// The SQL on campaigns: reading, writing, changing state, moving figures.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';
import type { CampaignHours, ErrorLimit } from '#features/sending/sending.contract.ts';
import { now } from '#kit/clock.ts';
import { notFound } from '#kit/errors.ts';
import type { Page } from '#kit/paging.ts';
import { newestFirst } from '#operations/newest-first.ts';
import type {
  CampaignAudience,
  CampaignLinks,
  CampaignSplit,
  CampaignState,
  CampaignVariables,
  Exclusion,
} from './campaigns.contract.ts';
import { type CampaignCall, COUNTERS, type Deltas, type PauseReason } from './campaigns.types.ts';
import type { SplitState } from './campaigns-split.store.ts';
import type { ErrorMarks } from './engine/error-watch.ts';

export type CampaignRow = {
  id: string;
  name: string;
  state: CampaignState;
  paused_kind: string | null;
  paused_text: string | null;
  paused_params: PauseReason['params'] | null;
  number_id: string | null;
  template_id: string | null;
  variables: CampaignVariables;
  audience: CampaignAudience;
  links: Partial<CampaignLinks>;
  split: CampaignSplit | null;
  split_state: SplitState | null;
  local_time: string | null;
  retry_of: string | null;
  scheduled_at: Date | null;
  started_at: Date | null;
  completed_at: Date | null;
  audience_count: number;
  excluded: Partial<Record<Exclusion, number>>;
  waiting_count: number;
  queued_count: number;
  uncertain_count: number;
  accepted_count: number;
  sent_count: number;
  delivered_count: number;
  read_count: number;
  failed_count: number;
  cancelled_count: number;
  replied_count: number;
  clicked_count: number;
  link_clicked_count: number;
  opted_out_count: number;
  sms_text: string | null;
  sms_queued_count: number;
  sms_sent_count: number;
  sms_delivered_count: number;
  sms_failed_count: number;
  /** Of all variants, the campaign's own first, when somebody accepted them. */
  started_categories: string[] | null;
  wished_time: string | null;
  wished_each_zone: boolean;
  next_due_at: Date | null;
  planned: boolean;
  hours: CampaignHours | null;
  error_limit: ErrorLimit | null;
  error_marks: ErrorMarks | null;
  held_count: number;
  created_at: Date;
  updated_at: Date;
  number_phone: string | null;
  number_name: string | null;
  throughput: number | null;
  /** Of its number and of the number's portfolio, while they are in the future. */
  rests_until: Date | null;
  limit_full_until: Date | null;
  messaging_limit: number | null;
  /** Of a test of variants: the further ones in their order; names are null where a template was deleted. */
  other_templates: { name: string | null; category: string | null }[] | null;
  template_name: string | null;
  template_language: string | null;
  template_category: string | null;
  template_status: string | null;
};

/** Campaigns of the workspace with the names of their number and template. */
export function campaignRows(call: Pick<CampaignCall, 'tx' | 'workspaceId'>) {
  return call.tx
    .selectFrom('campaigns as c')
    .leftJoin('numbers as n', (join) =>
      join.onRef('n.workspace_id', '=', 'c.workspace_id').onRef('n.id', '=', 'c.number_id'),
    )
    .leftJoin('templates as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.template_id'),
    )
    .where('c.workspace_id', '=', call.workspaceId)
    .selectAll('c')
    .select([
      'n.phone as number_phone',
      'n.display_name as number_name',
      'n.throughput_per_second as throughput',
      sql<Date | null>`(select l.rests_until from send_lanes l where l.workspace_id = c.workspace_id
        and l.number_id = c.number_id and l.rests_until > ${now()})`.as('rests_until'),
      sql<Date | null>`(select l.full_until from whatsapp_accounts a join messaging_limits l
        on l.workspace_id = a.workspace_id and l.portfolio = coalesce(a.portfolio_id, a.id::text)
        where a.workspace_id = n.workspace_id and a.id = n.account_id and l.full_until > ${now()})`.as(
        'limit_full_until',
      ),
      sql<number | null>`(select a.messaging_limit from whatsapp_accounts a
        where a.workspace_id = n.workspace_id and a.id = n.account_id)`.as('messaging_limit'),
      sql`(select jsonb_agg(jsonb_build_object('name', o.name, 'category', o.category) order by v.place)
        from jsonb_array_elements(c.split -> 'others') with ordinality v(other, place)
          left join templates o on o.workspace_id = c.workspace_id and o.id = (v.other ->> 'templateId')::uuid)`.as(
        'other_templates',
      ),
      't.name as template_name',
      't.language as template_language',
      't.category as template_category',
      't.status as template_status',
    ]) as unknown as SelectQueryBuilder<DB & { c: DB['campaigns'] }, 'c', CampaignRow>;
}

/** Throws `not_found`. */
export async function readCampaign(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  id: string,
): Promise<CampaignRow> {
  const row = await campaignRows(call).where('c.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('campaign');
  return row;
}

/** Reads a campaign and keeps others from changing its state until the transaction ends. Throws `not_found`. */
export async function lockCampaign(call: CampaignCall, id: string): Promise<CampaignRow> {
  await sql`select from campaigns where workspace_id = ${call.workspaceId} and id = ${id} for no key update`.execute(
    call.tx,
  );
  return readCampaign(call, id);
}

export async function pageOfCampaigns(
  call: CampaignCall,
  input: { limit: number; cursor?: string; state?: CampaignState; search?: string; ids?: string[] },
): Promise<Page<CampaignRow>> {
  let query = campaignRows(call);
  if (input.ids) query = query.where('c.id', 'in', input.ids);
  if (input.state) query = query.where('c.state', '=', input.state);
  if (input.search) query = query.where('c.name', 'ilike', `%${input.search.replaceAll(/[\\%_]/g, '\\$&')}%`);
  return newestFirst(query, 'created_at', input, 'c');
}

export type StateChange = {
  state: CampaignState;
  paused?: PauseReason;
  scheduled_at?: Date | null;
  local_time?: string | null;
  started_at?: Date;
  completed_at?: Date;
  settling?: boolean;
  /** Accepted with the start: another category of a template is asked about again. */
  started_categories?: string[];
  wished_time?: string | null;
  wished_each_zone?: boolean;
};

/** Changes the state where it is still one of `from`; answers whether it was. */
export async function changeState(
  call: CampaignCall,
  id: string,
  from: readonly CampaignState[],
  { paused, ...change }: StateChange,
): Promise<boolean> {
  const result = await call.tx
    .updateTable('campaigns')
    .set({
      ...change,
      paused_kind: paused?.kind ?? null,
      paused_text: paused?.text ?? null,
      paused_params: paused?.params ? JSON.stringify(paused.params) : null,
      updated_at: call.now,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Moves figures; the last statement of a transaction, so that the row is held for a moment only. */
export async function moveFigures(
  call: CampaignCall,
  id: string,
  deltas: Deltas,
  excluded: Partial<Record<Exclusion, number>> = {},
  onlyIn?: CampaignState,
): Promise<{ split: boolean } | null> {
  const sets = [...COUNTERS, 'audience', 'replied', 'clicked', 'link_clicked', 'opted_out']
    .filter((name) => deltas[name as keyof Deltas])
    .map((name) => {
      const column = sql.ref(`${name}_count`);
      return sql`${column} = ${column} + ${deltas[name as keyof Deltas]}`;
    });
  if (Object.keys(excluded).length > 0)
    sets.push(sql`excluded = excluded || (
      select jsonb_object_agg(key, coalesce((excluded ->> key)::int, 0) + value::int)
      from jsonb_each_text(${JSON.stringify(excluded)}::jsonb))`);
  const { rows } = await sql<{ split: boolean }>`
    update campaigns set ${sql.join([...sets, sql`unannounced = true`])}
    where workspace_id = ${call.workspaceId} and id = ${id} ${onlyIn ? sql`and state = ${onlyIn}` : sql``}
    returning split is not null as split`.execute(call.tx);
  return rows[0] ?? null;
}

/** Remembers from where on a campaign's errors are counted. */
export async function noteErrorMarks(call: CampaignCall, id: string, marks: ErrorMarks): Promise<void> {
  await call.tx
    .updateTable('campaigns')
    .set({ error_marks: JSON.stringify(marks) })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Everybody who waits is due later, the first of them at `next`; null: somebody is due. */
export async function noteNextDue(
  call: CampaignCall,
  campaign: CampaignRow,
  next: Date | null,
): Promise<void> {
  if (campaign.next_due_at?.getTime() === next?.getTime()) return;
  await call.tx
    .updateTable('campaigns')
    .set({ next_due_at: next })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', campaign.id)
    .execute();
}

/** Nothing of a stopped campaign is left to be taken back. */
export async function noteSettled(call: CampaignCall, id: string): Promise<void> {
  await call.tx
    .updateTable('campaigns')
    .set({ settling: false })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}
