// Says everything that lacks before a campaign may start.
import { linkStart } from '#features/links/links.ts';
import type { BulkStop } from '#features/numbers/numbers.contract.ts';
import { contactsOfSegments } from '#features/segments/segments.ts';
import { templateForSending } from '#features/templates/templates.ts';
import { badInput, conflict, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { mediaSlots, templateSlots } from '#whatsapp/template-slots.ts';
import { CampaignAudience, CampaignLinks, type CampaignVariables } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import { variantsOf } from './campaigns-split.store.ts';
import { linkPlan } from './link-plan.ts';

/**
 * Throws `bad_input` with every field at fault, or `template_not_sendable`, `number_other_account`, `number_paused`
 * where the number's rest is not over by `startsAt` (now when left out).
 */
export async function assertReady(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  row: CampaignRow,
  startsAt?: Date,
): Promise<void> {
  const problems: FieldError[] = [];
  if (!row.template_id) problems.push({ path: 'templateId', message: 'Choose a template' });
  if (!row.number_id) problems.push({ path: 'numberId', message: 'Choose the number to send from' });
  const audience = CampaignAudience.parse(row.audience);
  if (!row.retry_of && isNobody(audience))
    problems.push({ path: 'audience', message: 'Choose at least one list, segment, tag or contact' });
  if (problems.length > 0) throw badInput(problems);
  await contactsOfSegments(call, [...audience.segmentIds, ...audience.except.segmentIds]);
  await assertMessageReady(call, row, startsAt);
}

/** What `assertReady` asks besides an audience. */
export async function assertMessageReady(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  row: CampaignRow,
  startsAt = call.now,
): Promise<void> {
  const problems: FieldError[] = [];
  if (!row.template_id) problems.push({ path: 'templateId', message: 'Choose a template' });
  if (!row.number_id) problems.push({ path: 'numberId', message: 'Choose the number to send from' });
  if (problems.length > 0) throw badInput(problems);
  const number = await call.tx
    .selectFrom('numbers')
    .select(['account_id', 'bulk_stop'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', row.number_id!)
    .executeTakeFirstOrThrow();
  const stop = number.bulk_stop as BulkStop | null;
  if (stop && !(new Date(String(stop.params.until)) <= startsAt))
    throw conflict('number_paused', stop.text, stop);
  const variants = row.split
    ? variantsOf(row, row.split)
    : [{ templateId: row.template_id!, variables: row.variables }];
  for (const [index, variant] of variants.entries()) {
    const at = index === 0 ? '' : `split.others.${index - 1}.`;
    problems.push(...(await problemsOfMessage(call, row, { ...variant, at, accountId: number.account_id })));
  }
  if (problems.length > 0) throw badInput(problems);
}

/** Whether nobody was chosen. */
function isNobody({ everyone, listIds, segmentIds, tagIds, contactIds }: CampaignAudience): boolean {
  return !everyone && listIds.length + segmentIds.length + tagIds.length + contactIds.length === 0;
}

type Message = { templateId: string; variables: CampaignVariables; at: string; accountId: string };

/** What lacks in one template and its values; `at` is the beginning of the paths of its fields. */
async function problemsOfMessage(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  row: CampaignRow,
  { templateId, variables, at, accountId }: Message,
): Promise<FieldError[]> {
  const problems: FieldError[] = [];
  const template = await templateForSending(call, templateId, { numberId: row.number_id! });
  if (accountId !== template.accountId)
    throw conflict(
      'number_other_account',
      'The template belongs to another WhatsApp account than the number: choose a number of its account.',
    );
  for (const slot of templateSlots(template.content, template.variableFormat)) {
    const source = variables[slot.key];
    const empty = !source || ('text' in source ? source.text.trim() === '' : source.field === '');
    if (empty)
      problems.push({
        path: `${at}variables.${slot.key}`,
        message: `Say what “${slot.name}” in the ${slot.part} is filled with`,
      });
  }
  const plan = linkPlan(template, variables, CampaignLinks.parse(row.links), linkStart(call.services));
  for (const { key, words } of plan.problems)
    if (!problems.some(({ path }) => path === `${at}variables.${key}`))
      problems.push({ path: `${at}variables.${key}`, message: words });
  for (const { key, kind } of mediaSlots(template.content))
    if (!template.media[key])
      problems.push({ path: `${at}templateId`, message: `The template lacks the ${kind} of its header` });
  return problems;
}
