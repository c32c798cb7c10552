// Imports of deals: listing, starting, stopping and looking at them, as imports of contacts.
import type { dealImportsContract } from '#features/imports/deal-imports.contract.ts';
import { showDealImport, toDealImport } from '#features/imports/deal-imports.store.ts';
import { type ImportRow, pageOfImports, pageOfRejections } from '#features/imports/imports.store.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import { importOf } from './get-import.ts';
import { beginImport, waitingImport } from './queue-import.ts';
import { cancel, remove, resume } from './stop-import.ts';

type Contract = typeof dealImportsContract;

export const listDealImports: Handler<Contract['list']> = async (call, input) => {
  const page = await pageOfImports(call, 'deals', input);
  return { ...page, items: page.items.map(toDealImport) };
};

export const getDealImport: Handler<Contract['get']> = async (call, { id }) =>
  showDealImport(call, await importOf(call, 'deals', id));

export const startDealImport: Handler<Contract['start']> = async (call, { id, existing }) =>
  toDealImport(await startDeals(call, await waitingImport(call, 'deals', id), existing));

/** An import that waits, and is held. */
export function startDeals(call: Call, row: ImportRow, existing: 'update' | 'skip'): Promise<ImportRow> {
  const { encoding, delimiter } = toDealImport(row).detected;
  return beginImport(call, row.id, { encoding, delimiter, hasHeader: true, existing });
}

export const resumeDealImport: Handler<Contract['resume']> = async (call, { id }) =>
  toDealImport(await resume(call, 'deals', id));

export const cancelDealImport: Handler<Contract['cancel']> = async (call, { id }) =>
  toDealImport(await cancel(call, 'deals', id));

export const listDealRejections: Handler<Contract['rejections']> = async (call, { id, ...page }) => {
  await importOf(call, 'deals', id);
  return pageOfRejections(call, id, page);
};

export const deleteDealImport: Handler<Contract['delete']> = async (call, { id }) => {
  await remove(call, 'deals', id);
  return done;
};
