// Gets the settings of SMS; secrets are not told.
import { DEFAULT_SMS_BODY, type SmsSettings, type smsContract } from '#features/sms/sms.contract.ts';
import { callbackUrl } from '#features/sms/sms-connection.ts';
import { readSettings } from '#features/sms/sms-settings.store.ts';
import type { Handler } from '#operations/handle.ts';

export const getSms: Handler<typeof smsContract.get> = async (call): Promise<SmsSettings> => {
  const row = await readSettings(call);
  return {
    enabled: row?.enabled ?? false,
    url: row?.url ?? '',
    sender: row?.sender ?? '',
    format: row?.format === 'form' ? 'form' : 'json',
    body: (row?.body as Record<string, string> | undefined) ?? DEFAULT_SMS_BODY,
    idPath: row?.id_path ?? 'id',
    remembersReference: row?.remembers_reference ?? false,
    hasToken: Boolean(row?.token_sealed),
    hasSigningSecret: Boolean(row?.signing_secret_sealed),
    callbackUrl: callbackUrl(call.services, call.workspaceId),
    trouble: row?.trouble ?? null,
  };
};
