// Lists what the guardian decided, newest first.
import { pageOfDecisions } from '#features/guardian/watch/guardian-log.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listDecisions: Handler<typeof watchContract.log> = async (call, input) => {
  const page = await pageOfDecisions(call, input);
  return {
    ...page,
    items: page.items.map((row) => ({ ...row, at: row.at.toISOString(), until: iso(row.until) })),
  };
};
