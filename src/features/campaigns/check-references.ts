// Refuses numbers, templates, lists, segments and tags that are not there, and fills in what a template says about its variables.
import { checkLists } from '#features/lists/lists.ts';
import { checkSegments } from '#features/segments/segments.ts';
import { isSmsReady } from '#features/sms/sms.ts';
import { checkTags } from '#features/tags/tags.ts';
import { badInput } from '#kit/errors.ts';
import type { CampaignCall } from './campaigns.types.ts';
import type { CampaignWrite } from './campaigns-writing.store.ts';

/** Throws `bad_input`, `list_not_found`, `segment_not_found` or `tag_not_found`. */
export async function checkReferences(call: CampaignCall, write: CampaignWrite): Promise<void> {
  if (write.number_id) {
    const number = await call.tx
      .selectFrom('numbers')
      .select('id')
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', write.number_id)
      .executeTakeFirst();
    if (!number) throw badInput([{ path: 'numberId', message: 'There is no such number' }]);
  }
  if (write.template_id) {
    const template = await call.tx
      .selectFrom('templates')
      .select('variables')
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', write.template_id)
      .executeTakeFirst();
    if (!template) throw badInput([{ path: 'templateId', message: 'There is no such template' }]);
    // What the template offers first, unless the campaign says otherwise.
    write.variables ??= template.variables as CampaignWrite['variables'];
  }
  for (const [at, { templateId }] of (write.split?.others ?? []).entries()) {
    const known = await call.tx
      .selectFrom('templates')
      .select('id')
      .where('workspace_id', '=', call.workspaceId)
      .where('id', '=', templateId)
      .executeTakeFirst();
    if (!known)
      throw badInput([{ path: `split.others.${at}.templateId`, message: 'There is no such template' }]);
  }
  if (write.sms_text && !(await isSmsReady(call)))
    throw badInput([
      { path: 'smsFallback', message: 'Set up and switch on an SMS provider in the settings first' },
    ]);
  if (write.audience) {
    const { listIds, segmentIds, tagIds, except } = write.audience;
    await checkLists(call, [...listIds, ...except.listIds]);
    await checkSegments(call, [...segmentIds, ...except.segmentIds]);
    await checkTags(call, [...tagIds, ...except.tagIds]);
  }
}
