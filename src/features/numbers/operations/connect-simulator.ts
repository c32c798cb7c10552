// Connects a number of the local simulator.
import { toNumber } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import { connectSimulator as connect } from '#features/numbers/numbers.ts';
import type { Handler } from '#operations/handle.ts';

export const connectSimulator: Handler<typeof numbersContract.connectSimulator> = async (call) =>
  toNumber(await connect(call));
