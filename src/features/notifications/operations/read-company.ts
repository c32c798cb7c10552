// Tells which colleagues have a conversation in front of them, to those who may see it.
import { readCompany } from '#features/notifications/attention.store.ts';
import type { notificationsContract } from '#features/notifications/notifications.contract.ts';
import { visibleThread } from '#features/threads/threads.ts';
import type { Handler } from '#operations/handle.ts';

export const tellCompany: Handler<typeof notificationsContract.company> = async (call, { id }) => {
  const thread = await visibleThread(call, id);
  return { people: await readCompany(call, thread.id, call.userId) };
};
