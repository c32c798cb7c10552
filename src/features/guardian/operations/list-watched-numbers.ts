// Lists numbers with their stage and what today allows them.
import { readProven } from '#features/guardian/guardian.store.ts';
import { bulkToday } from '#features/guardian/watch/bulk-days.store.ts';
import { freeSince } from '#features/guardian/watch/quality-stage.ts';
import { todayOf } from '#features/guardian/watch/today-of.ts';
import { readStages } from '#features/guardian/watch/watch.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { allNumbers } from '#features/numbers/numbers.ts';
import { placesHeld } from '#features/sending/sending.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listWatchedNumbers: Handler<typeof watchContract.numbers> = async (call) => {
  const [numbers, stages, today] = [await allNumbers(call), await readStages(call), await bulkToday(call)];
  const proven = await readProven(call);
  const items = await Promise.all(
    numbers.map(async (number) => {
      const known = stages.get(number.id);
      const word = proven.get(number.id);
      const state = known ?? freeSince(call.now);
      const { id, phone, displayName, quality, status, accountState, messagingLimit, checkedAt } = number;
      return {
        ...{ id, phone, displayName, quality, status, accountState, messagingLimit },
        checkedAt: iso(checkedAt),
        stage: state.stage,
        cause: state.cause,
        since: known ? known.since.toISOString() : null,
        stoppedUntil: iso(state.stoppedUntil),
        recoveringUntil: iso(state.recoveringUntil),
        relapses: state.relapses,
        limitUsed: await placesHeld(call, id),
        proven: word ? { reason: word.reason, by: word.by.name, at: word.at.toISOString() } : null,
        today: await todayOf(call, id, today.get(id) ?? 0),
      };
    }),
  );
  return { items };
};
