// Says everything that lacks before a campaign may start.
import { linkStart } from '#features/links/links.ts';
import { contactsOfSegments } from '#features/segments/segments.ts';
import { obstacleToSending, templateForSending } from '#features/templates/templates.ts';
import { badInput, conflict, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { mediaSlots, templateSlots } from '#whatsapp/template-slots.ts';
import { CampaignAudience, CampaignLinks } from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';
import { linkPlan } from './link-plan.ts';

/** Throws `bad_input` with every field at fault, or `template_not_sendable`, `number_other_account`. */
export async function assertReady(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  row: CampaignRow,
): Promise<void> {
  const problems: FieldError[] = [];
  if (!row.template_id) problems.push({ path: 'templateId', message: 'Choose a template' });
  if (!row.number_id) problems.push({ path: 'numberId', message: 'Choose the number to send from' });
  const audience = CampaignAudience.parse(row.audience);
  if (!row.retry_of && isNobody(audience))
    problems.push({ path: 'audience', message: 'Choose at least one list, segment, tag or contact' });
  if (problems.length > 0) throw badInput(problems);
  await contactsOfSegments(call, [...audience.segmentIds, ...audience.except.segmentIds]);
  const obstacle = obstacleToSending(row.template_status!);
  if (obstacle) throw conflict('template_not_sendable', obstacle);
  const template = await templateForSending(call, row.template_id!, { numberId: row.number_id! });
  const number = await call.tx
    .selectFrom('numbers')
    .select(['account_id', 'paused_reason'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', row.number_id!)
    .executeTakeFirstOrThrow();
  if (number.account_id !== template.accountId)
    throw conflict(
      'number_other_account',
      'The template belongs to another WhatsApp account than the number: choose a number of its account.',
    );
  if (number.paused_reason) throw conflict('number_paused', number.paused_reason);
  for (const slot of templateSlots(template.content, template.variableFormat)) {
    const source = row.variables[slot.key];
    const empty = !source || ('text' in source ? source.text.trim() === '' : source.field === '');
    if (empty)
      problems.push({
        path: `variables.${slot.key}`,
        message: `Say what “${slot.name}” in the ${slot.part} is filled with`,
      });
  }
  const plan = linkPlan(template, row.variables, CampaignLinks.parse(row.links), linkStart(call.services));
  for (const { key, words } of plan.problems)
    if (!problems.some(({ path }) => path === `variables.${key}`))
      problems.push({ path: `variables.${key}`, message: words });
  for (const { key, kind } of mediaSlots(template.content))
    if (!template.media[key])
      problems.push({ path: 'templateId', message: `The template lacks the ${kind} of its header` });
  if (problems.length > 0) throw badInput(problems);
}

/** Whether nobody was chosen. */
function isNobody({ everyone, listIds, segmentIds, tagIds, contactIds }: CampaignAudience): boolean {
  return !everyone && listIds.length + segmentIds.length + tagIds.length + contactIds.length === 0;
}
