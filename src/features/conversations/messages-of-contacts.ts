// Reads the messages with some contacts across their conversations, for what is told about them elsewhere.
import { sql } from 'kysely';
import { type EntryPlace, type ViewerCall, visibleThreads } from '#features/threads/threads.ts';
import { previewOf } from './preview.ts';

export type ContactMessage = {
  id: string;
  contactId: string;
  direction: 'in' | 'out';
  /** As far as it is known: of campaigns it is not. */
  author: { kind: string | null; name: string | null };
  /** First words, or `[image]` and the like. */
  preview: string;
  at: Date;
  /** `at` to the microsecond; sorts as text. */
  place: string;
};

type Row = Omit<ContactMessage, 'preview'> & { content: Record<string, unknown> };

/**
 * Latest first, without reactions and notices of WhatsApp, from `since` to `until` and before a place in the list. None where the caller may
 * not read chats; of conversations that they may not see, nothing.
 */
export async function messagesOfContacts(
  call: ViewerCall,
  contactIds: readonly string[],
  limit: number,
  range: { since: Date; until: Date | null; before?: EntryPlace | undefined },
): Promise<ContactMessage[]> {
  if (contactIds.length === 0 || !call.permissions.has('chats:read')) return [];
  const { since, until, before } = range;
  const { rows } = await sql<Row>`
    select m.id, c.contact_id as "contactId", m.direction, m.content, m.at,
      jsonb_build_object('kind', m.author ->> 'kind', 'name', m.author ->> 'name') as author,
      to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
    from conversations c cross join lateral (
      select id, direction, content, author, at from messages
      where workspace_id = ${call.workspaceId} and conversation_id = c.id and kind not in ('reaction', 'system') and at >= ${since}
        ${until ? sql`and at <= ${until}` : sql``}
        ${before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
      order by at desc, id desc limit ${limit}
    ) m
    where c.workspace_id = ${call.workspaceId} and c.contact_id = any(${contactIds}::uuid[])
      and ${visibleThreads(call)}
    order by m.at desc, m.id desc limit ${limit}`.execute(call.tx);
  return rows.map(({ content, ...row }) => ({ ...row, preview: previewOf(content) }));
}
