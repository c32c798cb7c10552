// Sends one test event, about the business's own number, and says what Meta makes of it.
import { ANEW, noteHealth, readSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { sendConversionsJob, sendOptions } from '#features/conversions/jobs/send-conversions.job.ts';
import { providerOf } from '#features/conversions/send-conversions.ts';
import { allNumbers } from '#features/numbers/numbers.ts';
import { enqueue } from '#jobs/jobs.ts';
import { conflict } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';

export const checkConversions: Handler<typeof conversionsContract.check> = async (call) => {
  const settings = await readSettings(call);
  if (!settings?.account_id || settings.dataset_id === '')
    throw conflict('conversions_not_set_up', 'Save the WhatsApp account and its dataset first.');
  if (settings.test_code === '')
    throw conflict(
      'conversions_test_code_missing',
      'Save a test code first: without it the event would count for advertisements.',
    );
  const provider = await providerOf(call, settings);
  const own = (await allNumbers(call)).find((number) => number.accountId === settings.account_id);
  const event = { id: newId(), kind: 'lead' as const, at: call.now, clickId: null, email: null, worth: null };
  const outcome = await provider.send([{ ...event, phone: own?.phone ?? null }], {
    testCode: settings.test_code,
  });
  if (outcome.outcome === 'received') {
    await noteHealth(call, settings, { ...ANEW, proven: true });
    const { workspaceId } = call;
    await enqueue(call.tx, sendConversionsJob, { workspaceId }, sendOptions(workspaceId));
    return { received: true, trouble: null, detail: null };
  }
  return {
    received: false,
    trouble: outcome.outcome === 'halted' ? outcome.why : null,
    detail: outcome.outcome === 'dropped' ? null : outcome.detail,
  };
};
