// Tells how people took the templates that a number sent lately.
import { templateOutcomes } from '#features/guardian/watch/outcomes.store.ts';
import type { watchContract } from '#features/guardian/watch.contract.ts';
import { numberById } from '#features/numbers/numbers.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listTemplateOutcomes: Handler<typeof watchContract.templates> = async (call, { id }) => {
  if (!(await numberById(call, id))) throw notFound('number');
  const rows = await templateOutcomes(call, id);
  return {
    items: rows.map((row) => ({
      ...row,
      changedAt: iso(row.changedAt),
      firstUsedAt: iso(row.firstUsedAt),
    })),
  };
};
