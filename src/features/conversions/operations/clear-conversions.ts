// Forgets the settings of conversions; what was told stays on its deals.
import { leaveOutWaiting } from '#features/conversions/conversion-events.store.ts';
import { deleteSettings } from '#features/conversions/conversion-settings.store.ts';
import type { conversionsContract } from '#features/conversions/conversions.contract.ts';
import { audit } from '#features/people/people.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const clearConversions: Handler<typeof conversionsContract.clear> = async (call) => {
  await deleteSettings(call);
  await leaveOutWaiting(call);
  await audit.record(call, {
    action: 'conversions.cleared',
    subjectType: 'conversions',
    subjectId: null,
  });
  return done;
};
