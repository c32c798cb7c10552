// Tells the provider that a conversation was read, up to the customer's latest message.
import { z } from 'zod';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { defineJob } from '#jobs/jobs.ts';
import { Id } from '#operations/operation.ts';
import { ProviderError } from '#whatsapp/port.ts';

export const tellReadJob = defineJob({
  name: 'conversations.tell_read',
  payload: z.object({ workspaceId: Id, conversationId: Id }),
  maxAttempts: 4,
  async run(services, { workspaceId, conversationId }) {
    const found = await services.db.inWorkspace(workspaceId, async (tx) => {
      const latest = await tx
        .selectFrom('messages')
        .select(['provider_id', 'number_id'])
        .where('workspace_id', '=', workspaceId)
        .where('conversation_id', '=', conversationId)
        .where('direction', '=', 'in')
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!latest?.provider_id) return undefined;
      const provider = await providerForNumber({ tx, workspaceId, services }, latest.number_id);
      return { provider, messageId: latest.provider_id };
    });
    if (!found) return;
    try {
      await found.provider.markRead(found.messageId);
    } catch (error) {
      // A message too old to be marked stays as it is; nothing depends on it.
      if (!(error instanceof ProviderError) || error.failure.retry !== 'no') throw error;
    }
  },
});
