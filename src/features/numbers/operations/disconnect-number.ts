// Takes a number out of use and deletes its keys; its conversations stay.
import { publish } from '#events/publish.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import { disconnectNumber as disconnect, findNumber } from '#features/numbers/numbers.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const disconnectNumber: Handler<typeof numbersContract.disconnect> = async (call, { id }) => {
  if (!(await findNumber(call, id))) throw notFound('number');
  await disconnect(call, id);
  await publish(call, 'number.changed', id, {});
  return done;
};
