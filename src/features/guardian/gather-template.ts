// The facts about the template of a send: its age, its quality and its words.
import { sql } from 'kysely';
import { notFound } from '#kit/errors.ts';
import type { TemplateCategory, TemplateContent } from '#whatsapp/template-model.ts';
import { optOutButton } from '#whatsapp/template-opt-out.ts';
import { checkWording } from '#whatsapp/wording/check-wording.ts';
import type { Facts, Quality } from './facts.ts';
import type { GuardianReading, Send } from './send.ts';
import { readWords } from './watch/guardian-words.store.ts';

type Row = {
  category: TemplateCategory;
  content: TemplateContent;
  quality: Quality;
  daysInUse: number;
  peopleReached: number;
};

type Chosen = Pick<Send, 'templateId' | 'fields'>;

/** In the order asked for. Throws `not_found`. */
export async function gatherTemplates(
  call: GuardianReading,
  [first, ...others]: readonly [Chosen, ...Chosen[]],
): Promise<[Facts['template'], ...Facts['template'][]]> {
  const words = await readWords(call);
  const found: [Facts['template'], ...Facts['template'][]] = [await gatherTemplate(call, first, words)];
  for (const other of others) found.push(await gatherTemplate(call, other, words));
  return found;
}

async function gatherTemplate(
  call: GuardianReading,
  { templateId, fields }: Chosen,
  { businessNames, ...phrases }: Awaited<ReturnType<typeof readWords>>,
): Promise<Facts['template']> {
  const { rows } = await sql<Row>`
    select t.category, t.content, t.quality,
      coalesce(floor(extract(epoch from ${call.now}::timestamptz - used.first_at) / 86400), 0)::int as "daysInUse",
      coalesce(used.people, 0) as "peopleReached"
    from templates t left join lateral (
      select min(c.started_at) as first_at, sum(c.sent_count + c.delivered_count + c.read_count)::int as people
      from campaigns c where c.workspace_id = t.workspace_id and c.template_id = t.id and c.started_at is not null
    ) used on true
    where t.workspace_id = ${call.workspaceId} and t.id = ${templateId}`.execute(call.tx);
  const [row] = rows;
  if (!row) throw notFound('template');
  const { category, content, quality, daysInUse, peopleReached } = row;
  return {
    category,
    quality,
    daysInUse,
    peopleReached,
    optOut: optOutButton(content) !== undefined,
    words: checkWording(content, { category, businessNames, fields, phrases }),
  };
}
