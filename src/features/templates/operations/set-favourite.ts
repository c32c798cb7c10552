// Marks a template as the caller's favourite, or not.
import { keepFavourite } from '#features/templates/favourites.store.ts';
import { showTemplate } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { readTemplateRow } from '#features/templates/templates.store.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';

export const setFavourite: Handler<typeof templatesContract.setFavourite> = async (
  call,
  { id, favourite },
) => {
  const userId = personOf(call);
  const row = await readTemplateRow(call, id);
  await keepFavourite(call, userId, id, favourite);
  return showTemplate(call, row);
};
