// Has the messages of one answer sent later, in their order: all of them or none.
import type { AnswerShape } from '#features/conversations/answer.contract.ts';
import { client } from '#web/api.ts';

export async function scheduleAnswers(
  conversationId: string,
  answers: readonly AnswerShape[],
  time: { sendAt: string; evenIfClosed: boolean },
): Promise<void> {
  const made: string[] = [];
  try {
    for (const answer of answers)
      made.push((await client.conversations.schedule({ ...answer, ...time, id: conversationId })).id);
  } catch (error) {
    for (const scheduledId of made)
      await client.conversations.cancelScheduled({ id: conversationId, scheduledId }).catch(() => undefined);
    throw error;
  }
}
