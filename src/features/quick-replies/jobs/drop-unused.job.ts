// Drops the file of a quick reply that nothing shows any more.
import { z } from 'zod';
import { dropFile } from '#features/files/files.ts';
import { isFileUsed } from '#features/quick-replies/quick-replies.store.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import { Id } from '#operations/operation.ts';

/** Time to save what was uploaded, and to take a deletion back. */
const PATIENCE_MS = 3_600_000;

export const dropUnusedJob = defineJob({
  name: 'quickReplies.dropUnused',
  payload: z.object({ workspaceId: Id, fileId: Id }),
  async run(services, { workspaceId, fileId }) {
    const later: (() => void | Promise<void>)[] = [];
    const afterCommit = (run: () => void | Promise<void>) => later.push(run);
    await services.db.inWorkspace(workspaceId, async (tx) => {
      const call = { tx, workspaceId, services, afterCommit };
      if (!(await isFileUsed(call, fileId))) await dropFile(call, fileId);
    });
    for (const run of later) await run();
  },
});

/** For a file that was just uploaded, or whose quick reply has another one now or is gone. */
export function dropWhenUnused(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  fileId: string,
): Promise<void> {
  return enqueue(
    call.tx,
    dropUnusedJob,
    { workspaceId: call.workspaceId, fileId },
    { runAt: new Date(call.now.getTime() + PATIENCE_MS), key: `quickReplies.file:${fileId}` },
  );
}
