// Changes the settings of conversions; a token that is left out stays. Switched off, what waits is not told any more.
import { leaveOutWaiting } from '#features/conversions/conversion-events.store.ts';
import { readSettings, writeSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { openToken, sealToken } from '#features/conversions/dataset-token.ts';
import { sendConversionsJob, sendOptions } from '#features/conversions/jobs/send-conversions.job.ts';
import { allNumbers, findDataset } from '#features/numbers/numbers.ts';
import { audit } from '#features/people/people.ts';
import { enqueue } from '#jobs/jobs.ts';
import { AppError, badInput, type FieldError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { ProviderError } from '#whatsapp/port.ts';
import { getConversions } from './get-conversions.ts';

export const saveConversions: Handler<typeof conversionsContract.save> = async (call, input) => {
  const { enabled, accountId, datasetId, testCode, subscribedOnly } = input;
  const problems: FieldError[] = [];
  if (enabled && accountId === null)
    problems.push({ path: 'accountId', message: 'Choose the WhatsApp account.' });
  if (enabled && datasetId === '')
    problems.push({ path: 'datasetId', message: 'Give the id of the dataset, or find it.' });
  const before = await readSettings(call);
  const isNew = accountId !== null && accountId !== before?.account_id;
  if (isNew && !(await allNumbers(call)).some((number) => number.accountId === accountId))
    problems.push({ path: 'accountId', message: 'This WhatsApp account is not connected.' });
  const token = input.token === undefined ? openToken(call, before) : input.token || null;
  if (problems.length === 0 && enabled && accountId)
    problems.push(...(await problemsAtMeta(call, accountId, datasetId, token)));
  if (problems.length > 0) throw badInput(problems);
  await writeSettings(call, enabled, {
    account_id: accountId,
    dataset_id: datasetId,
    token_sealed: token === null ? null : sealToken(call, token),
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

/** What cannot be asked now, events will show. */
async function problemsAtMeta(
  call: Call,
  accountId: string,
  datasetId: string,
  token: string | null,
): Promise<FieldError[]> {
  try {
    if ((await findDataset(call, accountId, token)) === datasetId) return [];
    const message =
      'This is not the dataset of the chosen account: find it, or choose the account of this one.';
    return [{ path: 'datasetId', message }];
  } catch (error) {
    if (error instanceof ProviderError && error.failure.kind === 'token_invalid') {
      const message =
        'Meta does not accept this access token: paste a valid one, or leave it out and connect the account again.';
      return [{ path: 'token', message }];
    }
    if (error instanceof AppError) return [];
    throw error;
  }
}
