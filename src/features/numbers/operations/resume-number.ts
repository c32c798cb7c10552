// Lets a number that was stopped send in bulk again.
import { publish } from '#events/publish.ts';
import { toNumber } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import { findNumber, setPaused } from '#features/numbers/numbers.store.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const resumeNumber: Handler<typeof numbersContract.resume> = async (call, { id }) => {
  const number = await findNumber(call, id);
  if (!number) throw notFound('number');
  if (number.stopKind !== null)
    throw conflict('number_stopped_by_guardian', number.pausedReason ?? 'It rests.');
  await setPaused(call, id, null);
  if (number.pausedReason !== null) await publish(call, 'number.changed', id, {});
  return toNumber({ ...number, pausedReason: null });
};
