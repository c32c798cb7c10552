// Loads the rows of a file as deals, in the name of whoever uploaded it and with the rights that they have at
// each batch.
import { type DealCall, loadDeals, readHeader } from '#features/deals/deals.ts';
import { rightsNow } from '#features/people/people.ts';
import { AppError } from '#kit/errors.ts';
import type { Actor } from '#operations/call.ts';
import type { DetectedDeals } from './deal-imports.contract.ts';
import type { DealOptions } from './deal-imports.store.ts';
import type { ImportKind, LoadCall } from './import-kind.ts';

type DealFileRow = { row: number; cells: string[] };

/** A batch holds on to the stages that its deals go to, and whoever moves a card there waits: it is kept short. */
export const dealsKind: ImportKind<DealFileRow> = {
  batchRows: 200,
  async prepare(_, run) {
    const columns = readHeader((run.detected as DetectedDeals).header);
    const { existing } = run.options as DealOptions;
    return {
      read: (cells, row) => ({ row, cells }),
      async load(batch, rows) {
        const author = await authorOf(batch, run.created_by as Actor);
        return loadDeals({ ...batch, ...author, fromFile: true }, rows, columns, existing);
      },
    };
  },
};

/** Throws `author_may_not` when they have left, or may no longer write deals. */
async function authorOf(
  call: LoadCall,
  actor: Actor,
): Promise<Pick<DealCall, 'actor' | 'userId' | 'permissions'>> {
  const userId = actor.kind === 'person' ? actor.id : null;
  const permissions = await rightsNow(call, { actor, userId });
  if (!permissions.has('deals:write'))
    throw new AppError('author_may_not', 'Whoever uploaded this file may no longer change deals.', {
      status: 403,
    });
  return { actor, userId, permissions };
}
