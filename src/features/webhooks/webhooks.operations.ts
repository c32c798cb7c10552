// Pairs each promise about received webhooks with its handler.
import { pair } from '#operations/handle.ts';
import { getWebhook } from './operations/get-webhook.ts';
import { listWebhooks } from './operations/list-webhooks.ts';
import { retryWebhook } from './operations/retry-webhook.ts';
import { webhooksContract } from './webhooks.contract.ts';

export const webhooksOperations = pair(webhooksContract, {
  list: listWebhooks,
  get: getWebhook,
  retry: retryWebhook,
});
