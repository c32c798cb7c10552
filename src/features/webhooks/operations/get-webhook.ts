// Gets one webhook with its body as it arrived.
import { toWebhook } from '#features/webhooks/shown.ts';
import type { webhooksContract } from '#features/webhooks/webhooks.contract.ts';
import { findBody } from '#features/webhooks/webhooks.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getWebhook: Handler<typeof webhooksContract.get> = async (call, { id }) => {
  const row = await findBody(call, id);
  if (!row) throw notFound('webhook');
  return { ...toWebhook(row), body: row.body.toString('utf8') };
};
