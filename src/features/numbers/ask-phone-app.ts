// Has a phone app that shares a number asked for its address book and its past: WhatsApp hands them over only for a day.
import { enqueue } from '#jobs/jobs.ts';
import type { Call } from '#operations/call.ts';
import { askPhoneAppJob } from './jobs/ask-phone-app.job.ts';
import { markAsked } from './number-histories.store.ts';

type AskCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

/** Once per number; `again` when it was connected anew, which begins another day. */
export async function askPhoneApp(call: AskCall, numberId: string, { again = false } = {}): Promise<void> {
  if (!(await markAsked(call, numberId)) && !again) return;
  await enqueue(
    call.tx,
    askPhoneAppJob,
    { workspaceId: call.workspaceId, id: numberId },
    { key: `numbers.ask_phone_app:${numberId}` },
  );
}
