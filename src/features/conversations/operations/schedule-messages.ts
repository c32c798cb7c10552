// Schedules messages, lists them, changes them, sends them at once and cancels them.
import { publish } from '#events/publish.ts';
import { addressedMessage } from '#features/conversations/addressed-message.ts';
import { AnswerShape as Answer, type AnswerShape } from '#features/conversations/answer.contract.ts';
import { composeContent } from '#features/conversations/compose-content.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { recipientOf } from '#features/conversations/may-write.ts';
import { runAtItsTime } from '#features/conversations/scheduled/run-at-its-time.ts';
import {
  MOST_SCHEDULED,
  type ScheduledMessage,
} from '#features/conversations/scheduled/scheduled.contract.ts';
import {
  deleteScheduled,
  insertScheduled,
  lockScheduled,
  readScheduled,
  rewriteScheduled,
  type ScheduledRow,
} from '#features/conversations/scheduled/scheduled.store.ts';
import { sendContent } from '#features/conversations/scheduled/send-content.ts';
import { isOpenAt, showScheduled } from '#features/conversations/scheduled/show-scheduled.ts';
import { swapTemplateMedia } from '#features/conversations/swap-template-media.ts';
import { mediaForSending } from '#features/media/media.ts';
import { templateForSending } from '#features/templates/templates.ts';
import { type VisibleThread, visibleThread } from '#features/threads/threads.ts';
import { badInput, conflict, notFound } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';
import { answerFaults } from '#whatsapp/interactive-limits.ts';

const YEAR_MS = 366 * 24 * 3_600_000;

export const listScheduled: Handler<typeof conversationsContract.scheduled> = async (call, { id }) => {
  const thread = await visibleThread(call, id);
  return { items: await showScheduled(call, thread, await readScheduled(call, thread.id)) };
};

export const scheduleMessage: Handler<typeof conversationsContract.schedule> = async (call, input) => {
  const thread = await visibleThread(call, input.id);
  await recipientOf(call, thread);
  const sendAt = future(call, new Date(input.sendAt));
  const { templateId, texts, media, confirmUnsubscribed } = input;
  const answer = Answer.parse(input);
  if (templateId) await checkTemplate(call, thread, templateId, media);
  else {
    await checkAnswer(call, thread, answer);
    refuseWhenClosed(thread, sendAt, input.evenIfClosed);
  }
  if ((await readScheduled(call, thread.id)).length >= MOST_SCHEDULED)
    throw conflict(
      'scheduled_full',
      `${MOST_SCHEDULED} messages are scheduled here already: cancel some first.`,
    );
  const content = templateId ? { templateId, texts, media, confirmUnsubscribed } : { answer };
  return settled(call, thread, await insertScheduled(call, thread.id, sendAt, content), sendAt);
};

export const reschedule: Handler<typeof conversationsContract.reschedule> = async (call, input) => {
  const { thread, row } = await changeable(call, input.id, input.scheduledId);
  const sendAt = future(call, input.sendAt ? new Date(input.sendAt) : row.sendAt);
  const content = withText(row, input.text);
  if ('answer' in content) refuseWhenClosed(thread, sendAt, input.evenIfClosed);
  await rewriteScheduled(call, row.id, sendAt, content);
  return settled(call, thread, row.id, sendAt);
};

export const sendScheduled: Handler<typeof conversationsContract.sendScheduled> = async (call, input) => {
  const { thread, row } = await changeable(call, input.id, input.scheduledId);
  const { content } = row;
  const confirmed =
    'templateId' in content && input.confirmUnsubscribed
      ? { ...content, confirmUnsubscribed: true }
      : content;
  const message = await sendContent(call, { ...row, content: confirmed });
  await publish(call, 'conversation.changed', thread.id, {});
  return message;
};

export const cancelScheduled: Handler<typeof conversationsContract.cancelScheduled> = async (call, input) => {
  const { thread, row } = await changeable(call, input.id, input.scheduledId);
  await deleteScheduled(call, row.id);
  await publish(call, 'conversation.changed', thread.id, {});
  return done;
};

async function settled(
  call: Call,
  thread: VisibleThread,
  id: string,
  sendAt: Date,
): Promise<ScheduledMessage> {
  await runAtItsTime(call, id, sendAt);
  await publish(call, 'conversation.changed', thread.id, {});
  const row = await lockScheduled(call, id);
  const [shown] = await showScheduled(call, thread, [row!]);
  return shown!;
}

/** Throws `not_found` for one of another conversation, and for one that was sent or cancelled meanwhile. */
async function changeable(call: Call, conversationId: string, id: string) {
  const thread = await visibleThread(call, conversationId);
  const row = await lockScheduled(call, id);
  if (row?.conversationId !== thread.id) throw notFound('scheduled message');
  return { thread, row };
}

/** What would be refused whenever it is sent is refused at once. */
async function checkAnswer(call: Call, thread: VisibleThread, answer: AnswerShape): Promise<void> {
  if (answer.replyToId) await addressedMessage(call, thread, answer.replyToId);
  const file = answer.fileId ? await mediaForSending(call, thread.numberId, answer.fileId) : undefined;
  composeContent(answer, file);
}

async function checkTemplate(
  call: Call,
  { numberId }: VisibleThread,
  templateId: string,
  media: Record<string, string>,
): Promise<void> {
  const { content } = await templateForSending(call, templateId, { numberId, without: Object.keys(media) });
  await swapTemplateMedia(call, numberId, content, media);
}

function withText({ content }: ScheduledRow, text: string | undefined): ScheduledRow['content'] {
  if (text === undefined) return content;
  if (!('answer' in content))
    throw badInput([{ path: 'text', message: 'It is a template: schedule another message instead.' }]);
  const { text: _, ...rest } = content.answer;
  const answer = text === '' ? rest : { ...rest, text };
  const faults = answerFaults(answer);
  if (faults.length > 0) throw badInput(faults);
  return { answer };
}

function future(call: Call, sendAt: Date): Date {
  const ahead = sendAt.getTime() - call.now.getTime();
  if (ahead > 0 && ahead <= YEAR_MS) return sendAt;
  throw badInput([{ path: 'sendAt', message: 'Choose a time in the future, within a year.' }]);
}

/** Throws `window_will_be_closed`: by then the customer must have written again. */
function refuseWhenClosed(thread: VisibleThread, sendAt: Date, evenIfClosed: boolean): void {
  if (evenIfClosed || isOpenAt(thread, sendAt)) return;
  throw conflict(
    'window_will_be_closed',
    'By then more than 24 hours will have passed since the customer wrote: unless they write again, only a template can be sent.',
    { windowClosesAt: thread.windowClosesAt?.toISOString() ?? null },
  );
}
