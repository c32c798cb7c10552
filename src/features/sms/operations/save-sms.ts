// Changes the settings of SMS; secrets that are left out stay.
import { audit } from '#features/people/people.ts';
import type { smsContract } from '#features/sms/sms.contract.ts';
import { signingPlace, tokenPlace } from '#features/sms/sms-connection.ts';
import { readSettings, writeSettings } from '#features/sms/sms-settings.store.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { getSms } from './get-sms.ts';

export const saveSms: Handler<typeof smsContract.save> = async (call, input) => {
  const fields = Object.values(input.body).join(' ');
  const missing = ['%%TO%%', '%%TEXT%%'].filter((place) => !fields.includes(place));
  if (missing.length > 0)
    throw badInput([{ path: 'body', message: `A field of the request must hold ${missing.join(' and ')}` }]);
  if (input.remembersReference && !fields.includes('%%REFERENCE%%'))
    throw badInput([
      { path: 'remembersReference', message: 'A field of the request must hold %%REFERENCE%% for that' },
    ]);
  const before = await readSettings(call);
  const kept = (given: string | null | undefined, sealed: string | null | undefined, place: string) =>
    given === undefined ? (sealed ?? null) : given ? call.services.secrets.seal(given, place) : null;
  await writeSettings(call, {
    enabled: input.enabled,
    url: input.url,
    token_sealed: kept(input.token, before?.token_sealed, tokenPlace(call.workspaceId)),
    signing_secret_sealed: kept(
      input.signingSecret,
      before?.signing_secret_sealed,
      signingPlace(call.workspaceId),
    ),
    sender: input.sender,
    format: input.format,
    body: input.body,
    id_path: input.idPath,
    remembers_reference: input.remembersReference,
  });
  await audit.record(call, {
    action: 'sms.changed',
    subjectType: 'sms',
    subjectId: null,
    details: { enabled: input.enabled, host: new URL(input.url).host },
  });
  return getSms(call, {});
};
