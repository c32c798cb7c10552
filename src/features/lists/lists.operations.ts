// Pairs the operations on lists with their handlers.
import { pair } from '#operations/handle.ts';
import { listsContract } from './lists.contract.ts';
import { clearList } from './operations/clear-list.ts';
import { createList } from './operations/create-list.ts';
import { deleteList } from './operations/delete-list.ts';
import { getList } from './operations/get-list.ts';
import { listLists } from './operations/list-lists.ts';
import { updateList } from './operations/update-list.ts';

export const listsOperations = pair(listsContract, {
  list: listLists,
  get: getList,
  create: createList,
  update: updateList,
  clear: clearList,
  delete: deleteList,
});
