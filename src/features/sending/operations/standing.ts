// Says how much of Meta's limits is used, and what rests.
import type { sendingContract } from '#features/sending/sending.contract.ts';
import { laneStandings } from '#features/sending/sending-lanes.store.ts';
import { limitStandings } from '#features/sending/sending-limits.store.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const standing: Handler<typeof sendingContract.standing> = async (call) => ({
  portfolios: (await limitStandings(call)).map((one) => ({ ...one, fullUntil: iso(one.fullUntil) })),
  numbers: (await laneStandings(call)).map((one) => ({ ...one, restsUntil: iso(one.restsUntil) })),
});
