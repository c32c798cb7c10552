// The SQL that makes the messages of one contact another's, when two contacts turn out to be one person.
import { sql } from 'kysely';
import type { SendingCall } from './sending.types.ts';

/** `pairs`: conversations that are folded into others; messages of the rest stay where they are. */
export async function moveMessages(
  call: SendingCall,
  from: string,
  to: string,
  pairs: readonly { gone: string; kept: string }[],
): Promise<void> {
  await sql`
    update messages m set contact_id = ${to}, conversation_id = coalesce(p.kept, m.conversation_id)
    from conversations c
    left join unnest(${pairs.map((pair) => pair.gone)}::uuid[], ${pairs.map((pair) => pair.kept)}::uuid[]) p(gone, kept)
      on p.gone = c.id
    where c.workspace_id = ${call.workspaceId} and c.contact_id = ${from}
      and m.workspace_id = ${call.workspaceId} and m.conversation_id = c.id`.execute(call.tx);
  await sql`update send_queue set contact_id = ${to}
    where workspace_id = ${call.workspaceId} and contact_id = ${from}`.execute(call.tx);
}
