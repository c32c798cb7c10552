// Asks Meta for the dataset of an account, which it makes where there is none.
import { readSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { tokenPlace } from '#features/conversions/send-conversions.ts';
import { findDataset } from '#features/numbers/numbers.ts';
import type { Handler } from '#operations/handle.ts';

export const findDatasetOfAccount: Handler<typeof conversionsContract.findDataset> = async (
  call,
  { accountId, token },
) => {
  const sealed = token === undefined ? (await readSettings(call))?.token_sealed : null;
  const kept = sealed ? call.services.secrets.open(sealed, tokenPlace(call.workspaceId)) : null;
  return { datasetId: await findDataset(call, accountId, token || kept) };
};
