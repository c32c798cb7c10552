// Lists the workspace's custom fields.
import type { fieldsContract } from '#features/fields/fields.contract.ts';
import { listFields as read } from '#features/fields/fields.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listFields: Handler<typeof fieldsContract.list> = async (call) => ({ items: await read(call) });
