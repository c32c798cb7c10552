// The SQL on messages of the past, which the phone app hands over when it shares its number.
import { sql } from 'kysely';
import { MEDIA_FOLLOWS } from '#whatsapp/incoming-content.ts';
import type { SendingCall } from './sending.types.ts';

export type ImportedMessage = {
  id: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  direction: 'in' | 'out';
  kind: string;
  content: object;
  state: 'received' | 'sent' | 'delivered' | 'read' | 'failed';
  /** Of each message another one. */
  providerId: string;
  at: Date;
};

export type KeptImport = {
  id: string;
  providerId: string;
  /** False: it was there, and only its file was missing. */
  isNew: boolean;
};

/**
 * Inserts those that are not there yet, and puts files in the places that were kept for them; answers these. They are
 * in no queue, and of whom they came is all that is known of their states.
 */
export async function insertImported(
  call: SendingCall,
  messages: readonly ImportedMessage[],
): Promise<KeptImport[]> {
  if (messages.length === 0) return [];
  const { rows } = await sql<KeptImport>`
    insert into messages as m (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
      provider_id, author, at, sent_at, failed_at, failure_kind)
    select ${call.workspaceId}, id, "conversationId", "contactId", "numberId", direction, kind, content, state, "providerId",
      jsonb_build_object('kind', case when direction = 'in' then 'contact' else 'phone_app' end), at,
      case when direction = 'out' and state <> 'failed' then at end,
      case when state = 'failed' then at end, case when state = 'failed' then 'unknown' end
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) r(id uuid, "conversationId" uuid, "contactId" uuid,
      "numberId" uuid, direction text, kind text, content jsonb, state text, "providerId" text, at timestamptz)
    order by "providerId"
    on conflict (workspace_id, provider_id) where provider_id is not null do update
      set kind = excluded.kind, content = excluded.content
      where m.content ->> 'what' = ${MEDIA_FOLLOWS} and excluded.kind <> m.kind
    returning id, provider_id as "providerId", xmax = 0 as "isNew"`.execute(call.tx);
  return rows;
}
