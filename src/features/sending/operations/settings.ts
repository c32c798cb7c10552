// Reads and sets when and how campaigns are sent.
import { publish } from '#events/publish.ts';
import { audit } from '#features/people/people.ts';
import type { sendingContract } from '#features/sending/sending.contract.ts';
import { readSettings, saveSettings } from '#features/sending/sending-hours.store.ts';
import type { Handler } from '#operations/handle.ts';

export const getSettings: Handler<typeof sendingContract.getSettings> = (call) => readSettings(call);

export const setSettings: Handler<typeof sendingContract.setSettings> = async (call, input) => {
  const before = await readSettings(call);
  const settings = { ...before, ...input };
  await saveSettings(call, settings);
  await audit.record(call, {
    action: 'sending.settings_changed',
    subjectType: 'workspace',
    subjectId: call.workspaceId,
    details: { ...input },
  });
  await publish(call, 'sending.settings_changed', call.workspaceId, {});
  return readSettings(call);
};
