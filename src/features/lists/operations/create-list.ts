// Creates an empty list.
import { publish } from '#events/publish.ts';
import type { listsContract } from '#features/lists/lists.contract.ts';
import { insertList } from '#features/lists/lists.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const createList: Handler<typeof listsContract.create> = async (call, { name, origin }) => {
  const list = await insertList(call, { name, origin: origin ?? null });
  if (!list) throw conflict('list_exists', `There is already a list “${name}”. Choose another name.`);
  await publish(call, 'list.changed', list.id, {});
  return list;
};
