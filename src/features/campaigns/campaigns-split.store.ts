// The SQL on tests of variants: who gets which, the figures of each, and the winner.
import { sql } from 'kysely';
import type { CampaignSplit, VariantFigures } from './campaign-split.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';

/** Whoever gets the winner is due from then on, the earlier the warmer: nobody knows yet when. */
export const HELD_BACK = new Date('9999-12-31T00:00:00Z');

export type SplitState = {
  phase: 'testing' | 'waiting' | 'decided';
  decidesAt?: string;
  winner?: number;
  decidedBy?: string | null;
  decidedAt?: string;
};

/** The test's templates in their order; the campaign's own is the first. */
export function variantsOf(
  campaign: { template_id: string | null; variables: CampaignSplit['others'][number]['variables'] },
  split: CampaignSplit,
): CampaignSplit['others'] {
  return [
    { templateId: campaign.template_id!, variables: campaign.variables, share: split.share },
    ...split.others,
  ];
}

/**
 * Gives each person of the frozen audience their variant, in the order of a hash of their id: the same people again
 * whenever it is asked. Who is in no share is held back for the winner. With `warmestFirst` the test is tried on those
 * who know the business best, as a sending plan reaches them first.
 */
export async function splitAudience(
  call: CampaignCall,
  campaignId: string,
  variants: CampaignSplit['others'],
  { warmestFirst }: { warmestFirst: boolean },
): Promise<void> {
  const shares = variants.map((variant) => variant.share);
  const upTo = shares.map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
  const where = sql`r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId}`;
  await sql`
    with hashed as (
      select contact_id, md5(campaign_id::text || contact_id::text) as hash, count(*) over () as people,
        case when ${warmestFirst}::boolean then due_at end as warmth
      from campaign_recipients r where ${where} and state = 'waiting'
    ), picked as (
      select contact_id, hash, people, row_number() over (order by warmth, hash) <= round(people * ${upTo.at(-1)}::int / 100.0)
        as tries
      from hashed
    ), ordered as (
      select contact_id, people, row_number() over (order by hash) as place from picked where tries
    ), given as (
      select p.contact_id, (select min(s.position) from unnest(${upTo}::int[]) with ordinality s(up_to, position)
        where o.place <= round(o.people * s.up_to / 100.0)) as variant
      from picked p left join ordered o on o.contact_id = p.contact_id
    )
    update campaign_recipients r set variant = g.variant,
      due_at = case when g.variant is null then ${HELD_BACK}::timestamptz + (r.due_at - timestamptz 'epoch')
        else r.due_at end
    from given g where ${where} and r.contact_id = g.contact_id`.execute(call.tx);
  await sql`
    insert into campaign_variants (workspace_id, campaign_id, position, template_id, share, people_count)
    select ${call.workspaceId}, ${campaignId}, u.position, u.template_id, u.share,
      (select count(*) from campaign_recipients r where ${where} and r.variant = u.position)
    from unnest(${variants.map((_, at) => at + 1)}::smallint[], ${variants.map((v) => v.templateId)}::uuid[],
      ${shares}::smallint[]) u(position, template_id, share)
    on conflict do nothing`.execute(call.tx);
}

/** Moves the test's state unless the winner is known already; answers whether it moved. */
export async function changeSplitState(
  call: CampaignCall,
  campaignId: string,
  state: SplitState,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update campaigns set split_state = ${JSON.stringify(state)}::jsonb, updated_at = ${call.now}
    where workspace_id = ${call.workspaceId} and id = ${campaignId}
      and split_state ->> 'phase' is distinct from 'decided'`.execute(call.tx);
  return Number(numAffectedRows ?? 0) > 0;
}

const FIGURES = [
  'people',
  'sent',
  'delivered',
  'read',
  'failed',
  'replied',
  'clicked',
  'link_clicked',
  'opted_out',
] as const;
type Figure = (typeof FIGURES)[number];
export type VariantDelta = { contactId: string } & Partial<Record<Figure, number>>;

/** Adds what happened to these people to the figures of their variants; one statement. */
export async function moveVariants(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
  deltas: readonly VariantDelta[],
): Promise<void> {
  if (deltas.length === 0) return;
  const used = FIGURES.filter((figure) => deltas.some((delta) => delta[figure]));
  if (used.length === 0) return;
  const sums = used.map((figure) => sql`sum(u.${sql.ref(figure)})::int as ${sql.ref(figure)}`);
  const sets = used.map((figure) => {
    const column = sql.ref(`${figure}_count`);
    return sql`${column} = v.${column} + d.${sql.ref(figure)}`;
  });
  const given = used.map((figure) => sql`${deltas.map((delta) => delta[figure] ?? 0)}::int[]`);
  await sql`
    update campaign_variants v set ${sql.join(sets)}
    from (
      select r.variant, ${sql.join(sums)}
      from unnest(${deltas.map((delta) => delta.contactId)}::uuid[], ${sql.join(given)})
        u(contact_id, ${sql.join(used.map((figure) => sql.ref(figure)))})
        join campaign_recipients r on r.workspace_id = ${call.workspaceId} and r.campaign_id = ${campaignId}
          and r.contact_id = u.contact_id
      where r.variant is not null group by r.variant
    ) d where v.workspace_id = ${call.workspaceId} and v.campaign_id = ${campaignId} and v.position = d.variant`.execute(
    call.tx,
  );
}

export type VariantRow = {
  position: number;
  share: number;
  template: { id: string; name: string; language: string };
  figures: VariantFigures;
};

export async function readVariants(
  call: Pick<CampaignCall, 'tx' | 'workspaceId'>,
  campaignId: string,
): Promise<VariantRow[]> {
  const rows = await call.tx
    .selectFrom('campaign_variants as v')
    .leftJoin('templates as t', (join) =>
      join.onRef('t.workspace_id', '=', 'v.workspace_id').onRef('t.id', '=', 'v.template_id'),
    )
    .selectAll('v')
    .select(['t.name', 't.language'])
    .where('v.workspace_id', '=', call.workspaceId)
    .where('v.campaign_id', '=', campaignId)
    .orderBy('v.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    share: row.share,
    template: { id: row.template_id, name: row.name ?? '', language: row.language ?? '' },
    figures: {
      people: row.people_count,
      sent: row.sent_count,
      delivered: row.delivered_count,
      read: row.read_count,
      failed: row.failed_count,
      replied: row.replied_count,
      clicked: row.clicked_count,
      linkClicked: row.link_clicked_count,
      optedOut: row.opted_out_count,
    },
  }));
}
