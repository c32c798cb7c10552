// Reads all that is known of one message.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import { HEARD, type MessageHistory } from './message-history.contract.ts';
import { type Heard, unpackHeard } from './message-history.ts';
import type { OutgoingState } from './message-states.ts';

type Row = {
  conversationId: string;
  state: OutgoingState;
  at: Date;
  history: string[];
  failureKind: string | null;
  failureCode: number | null;
  failureText: string | null;
  attempts: number | null;
  resends: number;
  claimed: boolean;
  claimedAt: Date | null;
  dueAt: Date;
  uncertainSince: Date | null;
  mayResend: boolean;
};

/** Null where there is no such message, or where it was received: then there is nothing to tell. */
export async function readHistory(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  messageId: string,
): Promise<MessageHistory | null> {
  const { rows } = await sql<Row>`
    select m.conversation_id as "conversationId", m.state, m.at, m.history, m.failure_kind as "failureKind",
      m.failure_code as "failureCode", m.failure_text as "failureText", q.attempts, q.resends,
      q.claimed_by is not null as claimed, q.claimed_at as "claimedAt", q.due_at as "dueAt",
      q.uncertain_since as "uncertainSince", q.may_resend as "mayResend"
    from messages m left join send_queue q on q.workspace_id = m.workspace_id and q.message_id = m.id
    where m.workspace_id = ${call.workspaceId} and m.id = ${messageId} and m.direction = 'out'`.execute(
    call.tx,
  );
  const [row] = rows;
  if (!row) return null;
  const heard = unpackHeard(row.history.map(Number)).sort(inOrder);
  return {
    messageId,
    conversationId: row.conversationId,
    state: row.state,
    writtenAt: iso(row.at),
    heard: heard.map(shown),
    failure: row.failureKind
      ? { kind: row.failureKind, code: row.failureCode, text: row.failureText ?? '' }
      : null,
    queue:
      row.attempts === null
        ? null
        : {
            attempts: row.attempts,
            resends: row.resends,
            claimedAt: row.claimed ? iso(row.claimedAt) : null,
            dueAt: iso(row.dueAt),
            uncertainSince: iso(row.uncertainSince),
            mayResend: row.mayResend,
          },
  };
}

export type HeardOfMessage = { providerId: string | null; heard: MessageHistory['heard'] };

/** WhatsApp's id of many messages, and what was heard of each, in the order of time. */
export async function heardOf(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  messageIds: readonly string[],
): Promise<Map<string, HeardOfMessage>> {
  const { rows } = await sql<{ id: string; providerId: string | null; history: string[] }>`
    select id, provider_id as "providerId", history from messages
    where workspace_id = ${call.workspaceId} and id = any(${messageIds}::uuid[])`.execute(call.tx);
  return new Map(
    rows.map(({ id, providerId, history }) => {
      const heard = unpackHeard(history.map(Number)).sort(inOrder);
      return [id, { providerId, heard: heard.map(shown) }];
    }),
  );
}

function shown({ name, at, code }: Heard): MessageHistory['heard'][number] {
  return { name, at: iso(at), code: code ?? null };
}

/** By the second, as WhatsApp's times are; within one as things follow each other. */
function inOrder(a: Heard, b: Heard): number {
  const second = ({ at }: Heard) => Math.floor(at.getTime() / 1_000);
  return second(a) - second(b) || HEARD.indexOf(a.name) - HEARD.indexOf(b.name);
}
