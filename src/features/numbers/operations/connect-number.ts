// Connects a WhatsApp number with the keys of its account.
import { connectNumber as connect } from '#features/numbers/connect-account.ts';
import { toNumber } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const connectNumber: Handler<typeof numbersContract.connect> = async (call, keys) =>
  toNumber(await connect(call, keys));
