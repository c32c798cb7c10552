// Tells how a number fared day by day.
import { healthDays } from '#features/guardian/watch/bulk-days.store.ts';
import { numberSightings } from '#features/guardian/watch/watch.store.ts';
import { worstByDay } from '#features/guardian/watch/worst-by-day.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { numberById } from '#features/numbers/numbers.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getHealthHistory: Handler<typeof watchContract.history> = async (call, { id, days }) => {
  if (!(await numberById(call, id))) throw notFound('number');
  const { time_zone: timeZone } = await call.tx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const rows = await healthDays(call, id, days);
  const from = new Date(call.now.getTime() - days * 86_400_000);
  const sightings = await numberSightings(call, id, from);
  const worst = worstByDay(
    sightings,
    rows.map((row) => row.endsAt),
  );
  return {
    timeZone,
    sightings: sightings.map(({ at, quality, status, messagingLimit }) => ({
      at: at.toISOString(),
      quality,
      status,
      messagingLimit,
    })),
    days: rows.map(({ day, people, optedOut }, index) => ({ day, people, optedOut, quality: worst[index]! })),
  };
};
