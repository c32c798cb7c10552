// Asks Meta for the dataset of an account, which it makes where there is none.
import { readSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { openToken } from '#features/conversions/dataset-token.ts';
import { findDataset } from '#features/numbers/numbers.ts';
import type { Handler } from '#operations/handle.ts';

export const findDatasetOfAccount: Handler<typeof conversionsContract.findDataset> = async (
  call,
  { accountId, token },
) => {
  const kept = token === undefined ? openToken(call, await readSettings(call)) : null;
  return { datasetId: await findDataset(call, accountId, token || kept) };
};
