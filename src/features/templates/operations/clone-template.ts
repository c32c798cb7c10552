// Copies a template, with its unsubmitted changes, into a new draft.
import { publish } from '#events/publish.ts';
import { currentEdit, showTemplate } from '#features/templates/show-template.ts';
import { freeName, refuseLockedName, withFreeName } from '#features/templates/template-names.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { insertTemplate, readTemplateRow } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const cloneTemplate: Handler<typeof templatesContract.clone> = async (call, input) => {
  const row = await readTemplateRow(call, input.id);
  const language = input.language ?? row.language;
  const kept = language === row.language ? undefined : row.name;
  const name = input.name ?? kept ?? (await freeName(call, row.account_id, row.name));
  await refuseLockedName(call, row.account_id, name);
  const { category, content, timeToLiveSeconds } = currentEdit(row);
  const clone = await withFreeName(() =>
    insertTemplate(call, {
      account_id: row.account_id,
      name,
      language,
      category,
      content,
      time_to_live_seconds: timeToLiveSeconds,
      variable_format: row.variable_format,
      variables: row.variables,
      media: row.media,
    }),
  );
  await publish(call, 'template.changed', clone.id, { name });
  return showTemplate(call, clone);
};
