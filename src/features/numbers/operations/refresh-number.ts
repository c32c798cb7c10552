// Reads the health of a number from the provider now.
import { toNumber } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import { findNumber } from '#features/numbers/numbers.store.ts';
import { readHealth } from '#features/numbers/read-health.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const refreshNumber: Handler<typeof numbersContract.refresh> = async (call, { id }) => {
  const number = await findNumber(call, id);
  if (!number) throw notFound('number');
  await readHealth(call, number);
  return toNumber((await findNumber(call, id))!);
};
