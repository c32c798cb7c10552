// Has a webhook read once more.
import { raise } from '#events/signals.ts';
import type { webhooksContract } from '#features/webhooks/webhooks.contract.ts';
import { WEBHOOKS_TOPIC } from '#features/webhooks/webhooks.routes.ts';
import { makeDue } from '#features/webhooks/webhooks.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const retryWebhook: Handler<typeof webhooksContract.retry> = async (call, { id }) => {
  if (!(await makeDue(call, id))) throw notFound('webhook');
  call.afterCommit(() => raise(call.services.db, WEBHOOKS_TOPIC, [call.workspaceId]));
  return done;
};
