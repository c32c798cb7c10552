// Changes a template: a draft at once, what was reviewed as a pending edit.
import { publish } from '#events/publish.ts';
import { chosenFiles } from '#features/templates/media-files.ts';
import { sameContent } from '#features/templates/merge-remote.ts';
import { currentEdit, showTemplate } from '#features/templates/show-template.ts';
import { refuseLockedName, withFreeName } from '#features/templates/template-names.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import {
  changeTemplate,
  type PendingEdit,
  readTemplateRow,
  type TemplateChange,
  type TemplateRow,
} from '#features/templates/templates.store.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const updateTemplate: Handler<typeof templatesContract.update> = async (call, input) => {
  const row = await readTemplateRow(call, input.id, true);
  if (row.status === 'deleted')
    throw conflict('template_deleted', 'This template was deleted: clone it instead.');
  const present = currentEdit(row);
  const edit: PendingEdit = {
    category: input.category ?? present.category,
    content: input.content ?? present.content,
    timeToLiveSeconds:
      input.timeToLiveSeconds === undefined ? present.timeToLiveSeconds : input.timeToLiveSeconds,
  };
  const change: TemplateChange = {
    ...(row.remote_id === null ? draftChange(row, input, edit) : editChange(row, input, edit)),
    ...(input.variables ? { variables: input.variables } : {}),
    ...(input.media ? { media: await chosenFiles(call, edit.content, input.media) } : {}),
  };
  if (change.name !== undefined && change.name !== row.name)
    await refuseLockedName(call, row.account_id, change.name);
  const changed = await withFreeName(() => changeTemplate(call, row.id, change));
  await publish(call, 'template.changed', row.id, { name: changed.name });
  return showTemplate(call, changed);
};

type Identity = { name?: string; language?: string };

function draftChange(row: TemplateRow, input: Identity, edit: PendingEdit): TemplateChange {
  return {
    name: input.name ?? row.name,
    language: input.language ?? row.language,
    category: edit.category,
    content: edit.content,
    time_to_live_seconds: edit.timeToLiveSeconds,
  };
}

function editChange(row: TemplateRow, input: Identity, edit: PendingEdit): TemplateChange {
  for (const key of ['name', 'language'] as const)
    if (input[key] !== undefined && input[key] !== row[key])
      throw badInput([
        { path: key, message: 'It was submitted under this one: clone the template to change it.' },
      ]);
  const same =
    edit.category === row.category &&
    edit.timeToLiveSeconds === row.time_to_live_seconds &&
    sameContent(edit.content, row.content);
  return { pending_edit: same ? null : edit };
}
