// Sends a scheduled message whose time has come, in its author's name and with the rights that they have then.
import { publish } from '#events/publish.ts';
import { rightsNow } from '#features/people/people.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { AppError } from '#kit/errors.ts';
import type { Actor, Call } from '#operations/call.ts';
import { runAtItsTime } from './run-at-its-time.ts';
import { lockScheduled, noteRefused, type ScheduledRow } from './scheduled.store.ts';
import { sendContent } from './send-content.ts';

/** So long after its time it is not sent any more. */
export const LATEST_MS = 4 * 3_600_000;
const SCHEDULE: Actor = { kind: 'system', name: 'Scheduled messages' };

/** What the job that runs at its time has. */
export type DueCall = Omit<Call, 'actor' | 'userId' | 'permissions'>;

/**
 * Once: the row is locked until the message is written, and what was sent, cancelled or put off meanwhile is left
 * alone. A refusal is kept with its reason; other errors are thrown, and it is tried again.
 */
export async function sendDue(call: DueCall, id: string): Promise<void> {
  const row = await lockScheduled(call, id);
  if (row?.state !== 'waiting') return;
  // The queue may be early: its clock is the database's.
  if (row.sendAt > call.now) return runAtItsTime(call, id, row.sendAt);
  // Nobody was there at its time, or what was to go before it held it up.
  if (isTooLate(call, row)) return giveUp(call, row);
  try {
    const author = { ...call, ...(await rightsOf(call, row)) };
    await visibleThread(author, row.conversationId).catch(mayNot);
    await sendContent(author, row);
  } catch (error) {
    // A refusal comes before anything is written, so the transaction goes on.
    if (!(error instanceof AppError) || isPassing(error)) throw error;
    await refuse(call, row, error);
  }
  await publish({ ...call, actor: row.author }, 'conversation.changed', row.conversationId, {});
}

/**
 * After a failure that may pass: refuses it once it is so late that nobody would want it any more. Answers whether it is
 * to be tried again. Needs a transaction of its own, the failure may have spoilt the other.
 */
export async function triesAgain(call: DueCall, id: string): Promise<boolean> {
  const row = await lockScheduled(call, id);
  if (row?.state !== 'waiting') return false;
  if (!isTooLate(call, row)) return true;
  await giveUp(call, row);
  return false;
}

function isTooLate(call: DueCall, { sendAt }: ScheduledRow): boolean {
  return call.now.getTime() - sendAt.getTime() >= LATEST_MS;
}

async function giveUp(call: DueCall, row: ScheduledRow): Promise<void> {
  await refuse(call, row, new AppError('given_up', 'It could not be sent for several hours.'));
  await publish({ ...call, actor: row.author }, 'conversation.changed', row.conversationId, {});
}

/** Told as done by the product, so that the author hears of it. */
async function refuse(call: DueCall, { id, conversationId, userId }: ScheduledRow, error: AppError) {
  await noteRefused(call, id, error);
  await publish({ ...call, actor: SCHEDULE }, 'scheduled_message.refused', id, {
    conversationId,
    authorId: userId,
    code: error.code,
  });
}

function mayNot(): never {
  throw new AppError('author_may_not', 'Whoever scheduled it may no longer write here.', { status: 403 });
}

/** Also a file that could not be brought to WhatsApp just now. */
function isPassing({ status, cause }: AppError): boolean {
  return status >= 500 || (cause instanceof AppError && cause.status >= 500);
}

/** Throws `author_may_not` when they have left, or may no longer write. */
async function rightsOf(
  call: DueCall,
  { author, userId }: ScheduledRow,
): Promise<Pick<Call, 'actor' | 'userId' | 'permissions'>> {
  const permissions = await rightsNow(call, { actor: author, userId });
  if (!permissions.has('chats:write')) mayNot();
  return { actor: author, userId, permissions };
}
