// Sends one SMS at once, outside all figures.
import { readPhone } from '#features/contacts/contacts.ts';
import type { smsContract } from '#features/sms/sms.contract.ts';
import { callbackUrl, providerOf } from '#features/sms/sms-connection.ts';
import { readSettings } from '#features/sms/sms-settings.store.ts';
import { badInput, conflict } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';

export const testSms: Handler<typeof smsContract.test> = async (call, { to, text }) => {
  const settings = await readSettings(call);
  if (!settings) throw conflict('sms_not_set_up', 'Save the settings of your SMS provider first.');
  const { country } = await call.tx
    .selectFrom('workspaces')
    .select('country')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const read = readPhone(to, country);
  if ('problem' in read) throw badInput([{ path: 'to', message: read.problem }]);
  const outcome = await providerOf(call.services, call.workspaceId, settings).send({
    to: read.phone,
    text,
    reference: newId(),
    callbackUrl: callbackUrl(call.services, call.workspaceId),
  });
  return outcome.outcome === 'accepted'
    ? { accepted: true, text: 'The provider took the SMS.' }
    : { accepted: false, text: outcome.text };
};
