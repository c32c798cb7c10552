// Lists webhooks that arrived, those that need attention or all.
import { toWebhook } from '#features/webhooks/shown.ts';
import type { webhooksContract } from '#features/webhooks/webhooks.contract.ts';
import { listBodies } from '#features/webhooks/webhooks.store.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listWebhooks: Handler<typeof webhooksContract.list> = async (call, { show, limit, cursor }) => {
  const before = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
  const rows = await listBodies(call, show === 'attention', limit + 1, before);
  const page = toPage(rows, limit, (row) => [row.id]);
  return { ...page, items: page.items.map(toWebhook) };
};
