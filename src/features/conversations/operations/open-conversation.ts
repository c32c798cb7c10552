// Opens a conversation with a contact, or finds the one that is there.
import { sql } from 'kysely';
import { publish } from '#events/publish.ts';
import { visibleTo } from '#features/contacts/contacts.ts';
import type { conversationsContract } from '#features/conversations/conversations.contract.ts';
import { readConversation } from '#features/conversations/read-conversations.ts';
import { firstNumber, numberById } from '#features/numbers/numbers.ts';
import {
  bringToInbox,
  openThreads,
  setAssignees,
  threadKey,
  visibleThread,
} from '#features/threads/threads.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const openConversation: Handler<typeof conversationsContract.open> = async (call, input) => {
  const { contactId } = input;
  const seen = await sql`select from contacts c where ${visibleTo(call)} and c.id = ${contactId}`.execute(
    call.tx,
  );
  if (seen.rows.length === 0) throw notFound('contact');
  const number = input.numberId ? await numberById(call, input.numberId) : await firstNumber(call);
  if (!number)
    throw input.numberId ? notFound('number') : conflict('no_number', 'Connect a WhatsApp number first.');
  const ends = { numberId: number.id, contactId };
  const before = await call.tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('number_id', '=', number.id)
    .where('contact_id', '=', contactId)
    .executeTakeFirst();
  const id = (await openThreads(call, [ends])).get(threadKey(ends))!;
  // Whoever opens it must see it; an existing one of somebody else's stays theirs.
  const seesAll = { ...call, permissions: new Set([...call.permissions, 'chats:all' as const]) };
  if (!before && call.userId && !call.permissions.has('chats:all'))
    await setAssignees(call, await visibleThread(seesAll, id), [call.userId]);
  const thread = await visibleThread(call, id);
  await bringToInbox(call, thread);
  await publish(call, 'conversation.changed', id, {});
  return readConversation(call, id);
};
