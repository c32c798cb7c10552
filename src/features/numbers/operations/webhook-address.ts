// Says where Meta must send webhooks, for setting it by hand.
import { webhookAddress as addressOf } from '#features/numbers/connect-account.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const webhookAddress: Handler<typeof numbersContract.webhookAddress> = async ({ services }) => ({
  ...addressOf(services),
  simulatorRuns: services.simulator !== null,
});
