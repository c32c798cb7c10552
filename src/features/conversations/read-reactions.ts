// Reads the reactions to messages of one conversation: of each side the last, unless it was taken back.
import { sql } from 'kysely';
import type { VisibleThread } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import type { Reaction } from './conversation-shapes.contract.ts';

type Target = { id: string; providerId: string | null };

/** By the message's id. A reaction that came before its message is found by the provider's id of it. */
export async function readReactions(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  thread: VisibleThread,
  targets: readonly Target[],
): Promise<Map<string, Reaction[]>> {
  if (targets.length === 0) return new Map();
  const { rows } = await sql<Reaction & { targetId: string }>`
    select * from (
      select distinct on (t.id, r.direction) t.id as "targetId", r.direction, r.content ->> 'emoji' as emoji,
        r.author ->> 'name' as name
      from messages r
      join unnest(${targets.map((one) => one.id)}::uuid[], ${targets.map((one) => one.providerId)}::text[])
        t(id, provider_id) on t.id = r.reply_to_id or t.provider_id = r.content ->> 'messageId'
      where r.workspace_id = ${call.workspaceId} and r.conversation_id = ${thread.id} and r.kind = 'reaction'
        and r.state <> 'failed'
      order by t.id, r.direction, r.at desc, r.id desc
    ) latest where emoji <> ''`.execute(call.tx);
  const byTarget = new Map<string, Reaction[]>();
  for (const { targetId, ...reaction } of rows)
    byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), reaction]);
  return byTarget;
}
