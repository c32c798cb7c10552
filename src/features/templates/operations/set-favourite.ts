// Marks a template as favourite, or not.
import { publish } from '#events/publish.ts';
import { showTemplate } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { changeTemplate } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const setFavourite: Handler<typeof templatesContract.setFavourite> = async (
  call,
  { id, favourite },
) => {
  const row = await changeTemplate(call, id, { favourite }, { touch: false });
  await publish(call, 'template.changed', id, { name: row.name });
  return showTemplate(row, call.now);
};
