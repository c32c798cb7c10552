// Throws away the changes that were not handed in.
import { publish } from '#events/publish.ts';
import { showTemplate } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { changeTemplate } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const discardEdit: Handler<typeof templatesContract.discardEdit> = async (call, { id }) => {
  const row = await changeTemplate(call, id, { pending_edit: null });
  await publish(call, 'template.changed', id, { name: row.name });
  return showTemplate(call, row);
};
