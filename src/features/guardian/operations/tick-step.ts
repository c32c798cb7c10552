// Ticks a step of the guide that people do, or unticks it.

import { tickStep as saveTick } from '#features/guardian/watch/guide.store.ts';
import { isForPeople } from '#features/guardian/watch/guide.ts';
import { readGuide } from '#features/guardian/watch/read-guide.ts';
import { readStages } from '#features/guardian/watch/watch.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const tickStep: Handler<typeof watchContract.tickStep> = async (call, { id, step, done }) => {
  const troubleSince = (await readStages(call, id)).get(id)?.troubleSince;
  if (!troubleSince) throw conflict('number_not_in_trouble', 'This number has no steps to tick: it is free.');
  if (!isForPeople(step))
    throw conflict('step_ticked_by_system', 'This step is ticked by itself once it is done.');
  await saveTick(call, id, troubleSince, step, done);
  return readGuide(call, id);
};
