// Checks the keys of a number and names each problem, storing nothing.
import { blocks, figuresOf } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { checkConnection } from '#whatsapp/cloud-api/connect-check.ts';

export const checkNumber: Handler<typeof numbersContract.check> = async ({ services }, keys) => {
  const { url, version } = services.graph;
  const report = await checkConnection(keys, { baseUrl: url, version });
  return {
    ok: !blocks(report),
    problems: report.problems,
    accountName: report.wabaName ?? null,
    number: report.number
      ? { ...figuresOf(report.number), messagingLimit: report.number.messagingLimit ?? null }
      : null,
    tokenExpiresAt: report.tokenExpiresAt?.toISOString() ?? null,
  };
};
