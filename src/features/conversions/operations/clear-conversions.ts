// Forgets the settings of conversions; what was told stays on its deals.
import { leaveOutWaiting } from '#features/conversions/conversion-events.store.ts';
import { writeSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { audit } from '#features/people/people.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

/** A row without anything stays: it says until when events of this workspace are to be tended. */
const NOTHING = {
  account_id: null,
  dataset_id: '',
  token_sealed: null,
  test_code: '',
  subscribed_only: true,
};

export const clearConversions: Handler<typeof conversionsContract.clear> = async (call) => {
  await writeSettings(call, false, NOTHING);
  await leaveOutWaiting(call);
  await audit.record(call, {
    action: 'conversions.cleared',
    subjectType: 'conversions',
    subjectId: null,
  });
  return done;
};
