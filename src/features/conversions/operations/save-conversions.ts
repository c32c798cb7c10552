// Changes the settings of conversions; a token that is left out stays. Switched off, what waits is not told any more.
import { leaveOutWaiting } from '#features/conversions/conversion-events.store.ts';
import { readSettings, writeSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { sendConversionsJob, sendOptions } from '#features/conversions/jobs/send-conversions.job.ts';
import { tokenPlace } from '#features/conversions/send-conversions.ts';
import { allNumbers } from '#features/numbers/numbers.ts';
import { audit } from '#features/people/people.ts';
import { enqueue } from '#jobs/jobs.ts';
import { badInput, type FieldError } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { getConversions } from './get-conversions.ts';

export const saveConversions: Handler<typeof conversionsContract.save> = async (call, input) => {
  const { enabled, accountId, datasetId, testCode, subscribedOnly, token } = input;
  const problems: FieldError[] = [];
  if (enabled && accountId === null)
    problems.push({ path: 'accountId', message: 'Choose the WhatsApp account.' });
  if (enabled && datasetId === '')
    problems.push({ path: 'datasetId', message: 'Give the id of the dataset, or find it.' });
  const before = await readSettings(call);
  const isNew = accountId !== null && accountId !== before?.account_id;
  if (isNew && !(await allNumbers(call)).some((number) => number.accountId === accountId))
    problems.push({ path: 'accountId', message: 'This WhatsApp account is not connected.' });
  if (problems.length > 0) throw badInput(problems);
  const sealed =
    token === undefined
      ? (before?.token_sealed ?? null)
      : token
        ? call.services.secrets.seal(token, tokenPlace(call.workspaceId))
        : null;
  await writeSettings(call, {
    enabled,
    account_id: accountId,
    dataset_id: datasetId,
    token_sealed: sealed,
    test_code: testCode,
    subscribed_only: subscribedOnly,
  });
  const { workspaceId } = call;
  if (enabled) await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
  else await leaveOutWaiting(call);
  await audit.record(call, {
    action: 'conversions.changed',
    subjectType: 'conversions',
    subjectId: null,
    details: { enabled, datasetId, subscribedOnly },
  });
  return getConversions(call, {});
};
