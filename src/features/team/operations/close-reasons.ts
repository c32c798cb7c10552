// Reads and sets the reasons offered when a conversation is closed.
import { publish } from '#events/publish.ts';
import type { teamContract } from '#features/team/team.contract.ts';
import { readCloseReasons, saveCloseReasons } from '#features/team/team-settings.store.ts';
import { badInput } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getCloseReasons: Handler<typeof teamContract.getCloseReasons> = async (call) => ({
  reasons: await readCloseReasons(call),
});

export const setCloseReasons: Handler<typeof teamContract.setCloseReasons> = async (call, { reasons }) => {
  const seen = new Set<string>();
  for (const [i, reason] of reasons.entries()) {
    if (seen.has(reason.toLowerCase()))
      throw badInput([{ path: `reasons.${i}`, message: `“${reason}” is there twice.` }]);
    seen.add(reason.toLowerCase());
  }
  await saveCloseReasons(call, reasons);
  await publish(call, 'workspace.changed', call.workspaceId, {});
  return { reasons: await readCloseReasons(call) };
};
