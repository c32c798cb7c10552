// Lists the short links of a campaign with their figures.
import type { linksContract } from '#features/links/links.contract.ts';
import { pageOfLinks } from '#features/links/links.store.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';

export const listLinks: Handler<typeof linksContract.list> = async (call, input) => {
  const { items, nextCursor } = await pageOfLinks(call, input);
  return {
    items: items.map((row) => ({
      id: row.id,
      destination: row.destination,
      variant: row.variant,
      people: row.people_count,
      taps: row.tap_count,
      machines: row.machine_count,
      createdAt: iso(row.created_at),
    })),
    nextCursor,
  };
};
