// Gets the settings of conversions with how it goes; the token is not told.
import { countConversions } from '#features/conversions/conversion-events.store.ts';
import { readSettings } from '#features/conversions/conversion-settings.store.ts';
import type { ConversionSettings, conversionsContract } from '#features/conversions/conversions.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';
import type { ConversionTrouble } from '#whatsapp/conversions.ts';

const COUNTED_MS = 30 * 86_400_000;

export const getConversions: Handler<typeof conversionsContract.get> = async (
  call,
): Promise<ConversionSettings> => {
  const row = await readSettings(call);
  const counts = await countConversions(call, new Date(call.now.getTime() - COUNTED_MS));
  const { waiting = 0, sending = 0, received = 0, refused = 0, uncertain = 0, expired = 0 } = counts;
  return {
    enabled: row?.enabled ?? false,
    accountId: row?.account_id ?? null,
    datasetId: row?.dataset_id ?? '',
    testCode: row?.test_code ?? '',
    subscribedOnly: row?.subscribed_only ?? true,
    hasToken: Boolean(row?.token_sealed),
    trouble: row?.trouble
      ? {
          kind: row.trouble as ConversionTrouble,
          detail: row.trouble_detail ?? '',
          at: iso(row.trouble_at!),
        }
      : null,
    counts: {
      ...{ waiting: waiting + sending, received, refused, uncertain, expired },
      leftOut: counts.left_out ?? 0,
    },
  };
};
