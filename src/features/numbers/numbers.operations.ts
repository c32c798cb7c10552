// Pairs each promise about numbers with its handler.
import { pair } from '#operations/handle.ts';
import { numbersContract } from './numbers.contract.ts';
import { checkNumber } from './operations/check-number.ts';
import { connectNumber } from './operations/connect-number.ts';
import { connectSimulator } from './operations/connect-simulator.ts';
import { disconnectNumber } from './operations/disconnect-number.ts';
import { listNumbers } from './operations/list-numbers.ts';
import { refreshNumber } from './operations/refresh-number.ts';
import { webhookAddress } from './operations/webhook-address.ts';

export const numbersOperations = pair(numbersContract, {
  list: listNumbers,
  webhookAddress,
  check: checkNumber,
  connect: connectNumber,
  connectSimulator,
  refresh: refreshNumber,
  disconnect: disconnectNumber,
});
