// Gets one list.
import type { listsContract } from '#features/lists/lists.contract.ts';
import { findLists } from '#features/lists/lists.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getList: Handler<typeof listsContract.get> = async (call, { id }) => {
  const [list] = await findLists(call, [id]);
  if (!list) throw notFound('list');
  return list;
};
