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
    with wanted as (
      select * from unnest(${targets.map((one) => one.id)}::uuid[], ${targets.map((one) => one.providerId)}::text[])
        t(id, provider_id)
    ), reactions as materialized (
      select r.id, r.at, r.direction, r.reply_to_id, r.content ->> 'messageId' as message_id,
        r.content ->> 'emoji' as emoji, r.author ->> 'name' as name
      from messages r where r.workspace_id = ${call.workspaceId} and r.conversation_id = ${thread.id}
        and r.kind = 'reaction' and r.state <> 'failed'
    ), found as (
      -- Two plain comparisons, which are quick also where thousands reacted; an "or" compares each with each.
      select t.id as target, r.* from reactions r join wanted t on t.id = r.reply_to_id
      union all
      select t.id as target, r.* from reactions r join wanted t on t.provider_id = r.message_id
      where r.reply_to_id is null
    )
    select "targetId", direction, emoji, name from (
      select distinct on (target, direction) target as "targetId", direction, emoji, name
      from found order by target, direction, at desc, id desc
    ) latest where emoji <> ''`.execute(call.tx);
  const byTarget = new Map<string, Reaction[]>();
  for (const { targetId, ...reaction } of rows)
    byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), reaction]);
  return byTarget;
}
