// Reads what is written to an exported contact and not sent: drafts, and what waits for its time.
import { sql } from 'kysely';
import type { ExportedContact } from './exported-contact.contract.ts';
import { all, type ReadCall } from './exported-rows.ts';

/** `notes`: with notes that were begun. */
export async function readUnsent(
  call: ReadCall,
  contactId: string,
  notes: boolean,
): Promise<Pick<ExportedContact, 'drafts' | 'scheduled'>> {
  const chats = sql`(select * from conversations
    where workspace_id = ${call.workspaceId} and contact_id = ${contactId})`;
  const drafts = await all<ExportedContact['drafts'][number]>(
    call,
    sql`
    select c.id as "chatId", d.side, d.text, u.name as by, d.changed_at as at
    from ${chats} c
      join drafts d on d.workspace_id = c.workspace_id and d.conversation_id = c.id
      join users u on u.id = d.user_id
    where ${notes}::boolean or d.side = 'reply' order by d.changed_at, d.side`,
  );
  const scheduled = await all<ExportedContact['scheduled'][number]>(
    call,
    sql`
    select c.id as "chatId", s.send_at as "sendAt", s.state, s.failure_text as failure, s.content,
      coalesce(s.author ->> 'name', '') as by, s.created_at as "createdAt"
    from ${chats} c
      join scheduled_messages s on s.workspace_id = c.workspace_id and s.conversation_id = c.id
    order by s.send_at, s.id`,
  );
  return { drafts, scheduled };
}
