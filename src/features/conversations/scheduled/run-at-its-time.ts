// Puts the job that sends a scheduled message in the queue.
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';

export const SEND_SCHEDULED = 'conversations.sendScheduled';

/** Has it sent at its time; one that waits already is put to the new time. */
export function runAtItsTime(
  { tx, workspaceId }: Pick<Call, 'tx' | 'workspaceId'>,
  id: string,
  sendAt: Date,
): Promise<void> {
  const key = `conversations.scheduled:${id}`;
  return enqueue(tx, { name: SEND_SCHEDULED }, { workspaceId, id }, { runAt: sendAt, key });
}
