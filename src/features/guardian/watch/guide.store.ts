// The SQL on ticked steps of the guide, and on the promotional templates that a number sent lately.
import { sql } from 'kysely';
import type { GuideStep } from '#features/guardian/watch.contract.ts';
import type { Call } from '#operations/call.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';

type GuideCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

export async function tickedSteps(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  numberId: string,
  troubleSince: Date,
): Promise<Map<string, string>> {
  const rows = await call.tx
    .selectFrom('guardian_steps')
    .select(['step', 'done_by'])
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', numberId)
    .where('trouble_since', '=', troubleSince)
    .execute();
  return new Map(rows.map((row) => [row.step, (row.done_by as { name?: string }).name ?? '']));
}

export async function tickStep(
  call: GuideCall,
  numberId: string,
  troubleSince: Date,
  step: GuideStep,
  done: boolean,
): Promise<void> {
  if (done)
    await sql`
      insert into guardian_steps (workspace_id, number_id, trouble_since, step, done_at, done_by)
      values (${call.workspaceId}, ${numberId}, ${troubleSince}, ${step}, ${call.now}, ${JSON.stringify(call.actor)})
      on conflict (workspace_id, number_id, trouble_since, step) do nothing`.execute(call.tx);
  else
    await call.tx
      .deleteFrom('guardian_steps')
      .where('workspace_id', '=', call.workspaceId)
      .where('number_id', '=', numberId)
      .where('trouble_since', '=', troubleSince)
      .where('step', '=', step)
      .execute();
}

export type SentTemplate = { content: TemplateContent; variables: Record<string, { field?: string }> };

/** Promotional templates of campaigns that the number sent within 90 days, as they are now. */
export async function promotionalTemplates(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  numberId: string,
): Promise<SentTemplate[]> {
  const { rows } = await sql<SentTemplate>`
    select t.content, t.variables from templates t
    where t.workspace_id = ${call.workspaceId} and t.category = 'marketing' and t.status = 'approved' and t.id in (
      select c.template_id from campaigns c where c.workspace_id = ${call.workspaceId} and c.number_id = ${numberId}
        and c.started_at > ${call.now}::timestamptz - interval '90 days')
    limit 200`.execute(call.tx);
  return rows;
}
