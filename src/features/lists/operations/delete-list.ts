// Deletes a list; its contacts stay.
import { publish } from '#events/publish.ts';
import type { listsContract } from '#features/lists/lists.contract.ts';
import { deleteMembersOf, findLists, removeList } from '#features/lists/lists.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteList: Handler<typeof listsContract.delete> = async (call, { id }) => {
  if ((await findLists(call, [id])).length === 0) throw notFound('list');
  await deleteMembersOf(call, id);
  await removeList(call, id);
  await publish(call, 'list.changed', id, {});
  return done;
};
