// Renames a list, or notes where its people come from.
import { publish } from '#events/publish.ts';
import type { listsContract } from '#features/lists/lists.contract.ts';
import { changeList, findLists } from '#features/lists/lists.store.ts';
import { conflict, isUniqueViolation, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const updateList: Handler<typeof listsContract.update> = async (call, { id, name, origin }) => {
  if ((await findLists(call, [id])).length === 0) throw notFound('list');
  await changeList(call, id, {
    ...(name === undefined ? {} : { name }),
    ...(origin === undefined ? {} : { origin }),
  }).catch((error) => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('list_exists', `There is already a list “${name}”. Choose another name.`);
  });
  await publish(call, 'list.changed', id, {});
  const [list] = await findLists(call, [id]);
  return list!;
};
