// Forgets the SMS provider; what waits stays where it is.
import { audit } from '#features/people/people.ts';
import type { smsContract } from '#features/sms/sms.contract.ts';
import { deleteSettings } from '#features/sms/sms-settings.store.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const clearSms: Handler<typeof smsContract.clear> = async (call) => {
  await deleteSettings(call);
  await audit.record(call, { action: 'sms.cleared', subjectType: 'sms', subjectId: null });
  return done;
};
