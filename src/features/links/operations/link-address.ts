// Tells how short links begin, and whether customers can reach them.
import type { linksContract } from '#features/links/links.contract.ts';
import { linkStart } from '#features/links/links.ts';
import type { Handler } from '#operations/handle.ts';

export const linkAddress: Handler<typeof linksContract.address> = async (call) => {
  const start = linkStart(call.services);
  const { hostname } = new URL(start);
  const local = /^(localhost|127\..*|0\.0\.0\.0|\[::1?\]|10\..*|192\.168\..*|.*\.local)$/.test(hostname);
  return { start, reachable: !local };
};
