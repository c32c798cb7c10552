// The SQL on what the guardian decided, for people to read.
import { sql } from 'kysely';
import type { Decision } from '#features/guardian/watch.contract.ts';
import { newId } from '#kit/ids.ts';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import type { Call } from '#operations/call.ts';

export type NewDecision = {
  what: Decision['what'];
  numberId?: string | null;
  campaignId?: string | null;
  templateId?: string | null;
  people?: number;
  until?: Date | null;
  numbers?: Record<string, number | string>;
  /** Entries of the same key are one: their people are added up, the time is that of the last. */
  addsUp?: string;
};

type LogCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export async function logDecision(call: LogCall, entry: NewDecision): Promise<void> {
  await sql`
    insert into guardian_log as l (workspace_id, id, at, what, number_id, campaign_id, template_id, people, until,
      numbers, adds_up)
    values (${call.workspaceId}, ${newId()}, ${call.now}, ${entry.what}, ${entry.numberId ?? null},
      ${entry.campaignId ?? null}, ${entry.templateId ?? null}, ${entry.people ?? null}, ${entry.until ?? null},
      ${JSON.stringify(entry.numbers ?? {})}, ${entry.addsUp ?? null})
    on conflict (workspace_id, adds_up) where adds_up is not null do update set
      people = l.people + excluded.people, at = excluded.at, until = greatest(l.until, excluded.until)`.execute(
    call.tx,
  );
}

type Row = Omit<Decision, 'at' | 'until'> & { at: Date; until: Date | null };

/** Newest first. */
export async function pageOfDecisions(
  call: LogCall,
  input: { limit: number; cursor?: string; numberId?: string },
): Promise<Page<Row>> {
  const [at, id] = input.cursor ? decodeCursor(input.cursor, ['instant', 'id']) : [null, null];
  const { rows } = await sql<Row>`
    select l.id, l.at, l.what, l.people, l.until, l.numbers,
      case when n.id is not null then jsonb_build_object('id', n.id, 'phone', n.phone) end as number,
      case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as campaign,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as template
    from guardian_log l
      left join numbers n on n.workspace_id = l.workspace_id and n.id = l.number_id
      left join campaigns c on c.workspace_id = l.workspace_id and c.id = l.campaign_id
      left join templates t on t.workspace_id = l.workspace_id and t.id = l.template_id
    where l.workspace_id = ${call.workspaceId}
      and (${at}::timestamptz is null or (l.at, l.id) < (${at}::timestamptz, ${id}::uuid))
      and (${input.numberId ?? null}::uuid is null or l.number_id = ${input.numberId ?? null}::uuid
        or l.number_id is null)
    order by l.at desc, l.id desc limit ${input.limit + 1}`.execute(call.tx);
  return toPage(rows, input.limit, (row) => [row.at.toISOString(), row.id]);
}
