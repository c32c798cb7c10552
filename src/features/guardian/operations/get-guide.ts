// Tells what to do now that the quality of a number is low or it is banned.
import { readGuide } from '#features/guardian/watch/read-guide.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { numberById } from '#features/numbers/numbers.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getGuide: Handler<typeof watchContract.guide> = async (call, { id }) => {
  if (!(await numberById(call, id))) throw notFound('number');
  return readGuide(call, id);
};
