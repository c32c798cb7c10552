// The SQL on messages that came in or were written in the phone app, and on what was learnt of messages later.
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#operations/call.ts';
import type { SendingCall } from './sending.types.ts';
import { noteReceived } from './sending-pace.store.ts';

/** A message as it came; `content` may hold more than the words, such as who referred the person. */
export type ReceivedMessage = {
  id: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  /** `out`: written in the phone app. */
  direction: 'in' | 'out';
  kind: string;
  content: object;
  providerId: string;
  /** The provider's id of the message that it answers. */
  replyToProviderId: string | null;
  author: Actor | { kind: 'contact' } | { kind: 'phone_app' };
  at: Date;
};

export type KeptMessage = { id: string; replyToId: string | null; replyToCampaignId: string | null };

/** Inserts those that are not there yet; answers these, by id: a message that was delivered twice is kept once. */
export async function insertReceived(
  call: SendingCall,
  messages: readonly ReceivedMessage[],
): Promise<Map<string, KeptMessage>> {
  if (messages.length === 0) return new Map();
  const rows = messages.map((message) => ({
    ...message,
    state: message.direction === 'in' ? 'received' : 'sent',
  }));
  const { rows: kept } = await sql<KeptMessage>`
    with told as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, "conversationId" uuid,
        "contactId" uuid, "numberId" uuid, direction text, kind text, content jsonb, state text, "providerId" text,
        "replyToProviderId" text, author jsonb, at timestamptz)
    ), given as (
      select t.*, coalesce(q.id, b.id) as reply_to_id, q.campaign_id as reply_to_campaign_id
      from told t
      left join messages q on q.workspace_id = ${call.workspaceId} and q.provider_id = t."replyToProviderId"
        and q.conversation_id = t."conversationId"
      left join told b on b."providerId" = t."replyToProviderId" and b."conversationId" = t."conversationId"
    ), written as (
      insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
        provider_id, reply_to_id, author, at, sent_at)
      select ${call.workspaceId}, id, "conversationId", "contactId", "numberId", direction, kind, content, state,
        "providerId", reply_to_id, author, at, case when direction = 'out' then at end
      from given order by "providerId"
      on conflict (workspace_id, provider_id) where provider_id is not null do nothing
      returning id
    )
    select g.id, g.reply_to_id as "replyToId", g.reply_to_campaign_id as "replyToCampaignId"
    from written w join given g on g.id = w.id`.execute(call.tx);
  const fresh = new Map(kept.map((row) => [row.id, row]));
  const counts = new Map<string, number>();
  for (const { id, numberId } of messages)
    if (fresh.has(id)) counts.set(numberId, (counts.get(numberId) ?? 0) + 1);
  await noteReceived(call, counts);
  return fresh;
}

/** A change of a message's content, found by the provider's id of the message; `editedAt`: new words at that time. */
export type Amendment = { providerId: string; change: object; editedAt?: Date };

/** A message that was changed, with what it holds now. */
export type Amended = { id: string; conversationId: string; content: Record<string, unknown> };

/**
 * Lays each change over the content; answers the messages that were there. An edit keeps the words that it replaces
 * in `earlier`; one that comes after a later edit joins them. Repeated ones change nothing.
 */
export async function amendContents(call: SendingCall, amendments: readonly Amendment[]): Promise<Amended[]> {
  const changed = new Map<string, Amended>();
  for (const round of inRounds(amendments))
    for (const one of await amendOnce(call, round)) changed.set(one.id, one);
  return [...changed.values()];
}

/** In order of time, each message once in a round: a statement changes a row only once. */
function inRounds(amendments: readonly Amendment[]): Amendment[][] {
  const rounds: Amendment[][] = [];
  const seen = new Map<string, number>();
  const time = (one: Amendment) => one.editedAt?.getTime() ?? 0;
  for (const one of [...amendments].sort((a, b) => time(a) - time(b))) {
    const at = seen.get(one.providerId) ?? 0;
    seen.set(one.providerId, at + 1);
    rounds[at] = [...(rounds[at] ?? []), one];
  }
  return rounds;
}

async function amendOnce(call: SendingCall, round: readonly Amendment[]): Promise<Amended[]> {
  const words = (from: RawBuilder<unknown>) => sql`coalesce(${from} ->> 'text', ${from} ->> 'caption', '')`;
  const [before, given] = [words(sql`m.content`), words(sql`a.change`)];
  const earlier = (text: RawBuilder<unknown>) =>
    sql`jsonb_build_object('earlier', coalesce(m.content -> 'earlier', '[]') || jsonb_build_array(${text}))`;
  const { rows } = await sql<Amended>`
    update messages m set content = case
      when a.edited_at is null then m.content || a.change
      when m.content ->> 'editedAt' > a.edited_at then m.content || ${earlier(given)}
      else m.content || a.change || jsonb_build_object('editedAt', a.edited_at) || ${earlier(before)}
    end
    from unnest(${round.map((a) => a.providerId)}::text[], ${round.map((a) => JSON.stringify(a.change))}::jsonb[],
      ${round.map((a) => a.editedAt?.toISOString() ?? null)}::text[]) a(provider_id, change, edited_at)
    where m.workspace_id = ${call.workspaceId} and m.provider_id = a.provider_id
      and (a.edited_at is null or m.content ->> 'editedAt' is distinct from a.edited_at or ${before} <> ${given})
    returning m.id, m.conversation_id as "conversationId", m.content`.execute(call.tx);
  return rows;
}

/** Notes with a failed message which one was sent in its place; false: it did not fail, or has one already. */
export async function noteSentAgain(call: SendingCall, messageId: string, againId: string): Promise<boolean> {
  const { rows } = await sql`
    update messages set content = content || jsonb_build_object('againId', ${againId}::text)
    where workspace_id = ${call.workspaceId} and id = ${messageId} and direction = 'out' and state = 'failed'
      and not content ? 'againId'
    returning id`.execute(call.tx);
  return rows.length > 0;
}
