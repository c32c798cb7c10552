// Lists connected numbers with their health.
import { toNumber } from '#features/numbers/figures.ts';
import type { numbersContract } from '#features/numbers/numbers.contract.ts';
import { listNumbers as readNumbers } from '#features/numbers/numbers.store.ts';
import { decodeCursor, toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';

export const listNumbers: Handler<typeof numbersContract.list> = async (call, { limit, cursor }) => {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
  const page = toPage(await readNumbers(call, limit + 1, after), limit, (row) => [row.id]);
  return { ...page, items: page.items.map(toNumber) };
};
