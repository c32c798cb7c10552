// Mails each member what others did to the tickets that they may see; one mail, however many tickets.
import { sql } from 'kysely';
import { sendLetter } from '#features/people/people.ts';
import { takeUntold, type UntoldEntry } from '#features/tickets/ticket-entries.store.ts';
import { concerns } from '#features/tickets/visibility.ts';
import type { Call } from '#operations/call.ts';
import { ROLE_PERMISSIONS, ROLES } from '#operations/permissions.ts';
import { type DigestTicket, writeDigest } from './write-digest.ts';

type DigestCall = Pick<Call, 'tx' | 'workspaceId' | 'services'>;
type Reader = { userId: string; email: string; language: string | null; ticketIds: string[] };

/** Takes up to `most` entries and answers how many there were. Without a mail server they are passed over. */
export async function mailDigest(call: DigestCall, most: number): Promise<number> {
  const entries = await takeUntold(call, most);
  if (entries.length === 0 || !call.services.mail.ready) return entries.length;
  const tickets = await titles(call, entries);
  for (const reader of await readers(call, [...tickets.keys()])) {
    const seen = new Set(reader.ticketIds);
    const news = entries.filter(
      ({ ticketId, actor }) => seen.has(ticketId) && !(actor.kind === 'person' && actor.id === reader.userId),
    );
    if (news.length === 0) continue;
    const shown = gather(news, tickets);
    const { publicUrl } = call.services;
    await sendLetter(call, reader, (language) =>
      writeDigest(language, { publicUrl, workspaceId: call.workspaceId }, shown),
    );
  }
  return entries.length;
}

async function titles(call: DigestCall, entries: readonly UntoldEntry[]) {
  const ids = [...new Set(entries.map((entry) => entry.ticketId))];
  const { rows } = await sql<{ id: string; reference: string; title: string }>`
    select id, reference, title from tickets
    where workspace_id = ${call.workspaceId} and id = any(${ids}::uuid[])`.execute(call.tx);
  return new Map(rows.map((row) => [row.id, row]));
}

const SEEING_ALL = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('chats:all'));

/** Members who want mails, each with the tickets among `ids` that they may see. */
async function readers(call: DigestCall, ids: readonly string[]): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select m.user_id as "userId", u.email, u.language,
      array(select t.id from tickets t where t.workspace_id = m.workspace_id and t.id = any(${ids}::uuid[])
        and (m.role = any(${SEEING_ALL}::text[]) or ${concerns(sql`m.user_id`)})) as "ticketIds"
    from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${call.workspaceId} and u.ticket_mails
    order by m.user_id`.execute(call.tx);
  return rows;
}

/** One line per ticket: who did something, and each field from its first to its last value. */
function gather(
  news: readonly UntoldEntry[],
  tickets: ReadonlyMap<string, { reference: string; title: string }>,
): DigestTicket[] {
  const byTicket = new Map<string, DigestTicket>();
  for (const { ticketId, kind, changes, actor } of news) {
    const ticket = byTicket.get(ticketId) ?? {
      id: ticketId,
      ...tickets.get(ticketId)!,
      openedBy: null,
      people: new Set<string>(),
      changes: new Map(),
    };
    byTicket.set(ticketId, ticket);
    if (kind === 'opened') ticket.openedBy = actor.name;
    else ticket.people.add(actor.name);
    for (const { field, from, to } of changes)
      ticket.changes.set(field, { from: ticket.changes.get(field)?.from ?? from, to });
  }
  return [...byTicket.values()];
}
