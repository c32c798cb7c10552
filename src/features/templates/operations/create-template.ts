// Creates a draft; nothing is sent to the provider.
import { publish } from '#events/publish.ts';
import { accountFor } from '#features/templates/accounts.ts';
import { chosenFiles } from '#features/templates/media-files.ts';
import { showTemplate } from '#features/templates/show-template.ts';
import { refuseLockedName, withFreeName } from '#features/templates/template-names.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { insertTemplate } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const createTemplate: Handler<typeof templatesContract.create> = async (call, input) => {
  const accountId = await accountFor(call, input.accountId);
  await refuseLockedName(call, accountId, input.name);
  const media = await chosenFiles(call, input.content, input.media);
  const row = await withFreeName(() =>
    insertTemplate(call, {
      account_id: accountId,
      name: input.name,
      language: input.language,
      category: input.category,
      variable_format: input.variableFormat,
      content: input.content,
      time_to_live_seconds: input.timeToLiveSeconds,
      variables: input.variables,
      media,
    }),
  );
  await publish(call, 'template.changed', row.id, { name: row.name });
  return showTemplate(call, row);
};
