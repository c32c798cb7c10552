// Refuses numbers, templates and lists that are not there, and fills in what a template says about its variables.
import { checkLists } from '#features/lists/lists.ts';
import { badInput } from '#kit/errors.ts';
import type { CampaignWrite } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';

/** Throws `bad_input` or `list_not_found`. */
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
  if (write.audience) await checkLists(call, write.audience.listIds);
}
