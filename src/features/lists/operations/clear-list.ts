// Takes everybody out of a list.
import { publish } from '#events/publish.ts';
import type { listsContract } from '#features/lists/lists.contract.ts';
import { deleteMembersOf, findLists } from '#features/lists/lists.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const clearList: Handler<typeof listsContract.clear> = async (call, { id }) => {
  if ((await findLists(call, [id])).length === 0) throw notFound('list');
  await deleteMembersOf(call, id);
  await publish(call, 'list.changed', id, {});
  const [list] = await findLists(call, [id]);
  return list!;
};
