// Lists the lists, newest first.
import type { listsContract } from '#features/lists/lists.contract.ts';
import { pageOfLists } from '#features/lists/lists.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listLists: Handler<typeof listsContract.list> = (call, input) => pageOfLists(call, input);
