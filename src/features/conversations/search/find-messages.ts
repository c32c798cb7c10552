// Searches the inbox's messages: recent months first, so that what is found often is found without reading it all.

import { sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { type VisibleThreads, visibleThreads } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { findByWords, findByWordsOf, type Place } from './message-words.store.ts';
import type { FoundMessage } from './search.contract.ts';
import { monthLexeme, searchableText, snippetOf, wordsIn } from './words.ts';

type SearchCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId' | 'now'>;

/** Months that are looked through in one step; beyond them, everything that is older at once. */
const STEPS = [1, 3, 12] as const;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** At most `limit` messages, latest first, before `place`. */
export async function findMessages(
  call: SearchCall,
  search: string,
  limit: number,
  place: Place = { at: new Date(call.now.getTime() + 60_000), id: LAST_ID },
): Promise<FoundMessage[]> {
  const words = wordsIn(search).map(({ word }) => word);
  if (words.length === 0) return [];
  const sought = { words, place, limit };
  let found: Place[] = [];
  if (call.permissions.has('chats:all')) found = await findBackwards(call, sought);
  else if (call.userId !== null) found = await findByWordsOf(call, call.userId, sought);
  return describe(call, visibleThreads(call), found, words);
}

async function findBackwards(call: SearchCall, sought: Parameters<typeof findByWords>[1]): Promise<Place[]> {
  const { limit } = sought;
  const found: Place[] = [];
  let before = sought.place;
  let month = monthStart(before.at, 0);
  for (const step of [...STEPS, null]) {
    const months = step === null ? [] : monthsBack(month, step);
    found.push(
      ...(await findByWords(call, { ...sought, place: before, limit: limit - found.length }, months)),
    );
    if (found.length >= limit || step === null) break;
    // What remains is older than the months that were looked through.
    before = { at: new Date(monthStart(month, 1 - step).getTime() - 1), id: LAST_ID };
    month = monthStart(month, -step);
  }
  return found;
}

/** The first of the month that lies `by` months from the one of `month`. */
function monthStart(month: Date, by: number): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + by, 1));
}

function monthsBack(month: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) => monthLexeme(monthStart(month, -back)));
}

type Row = Parameters<typeof displayName>[0] & {
  id: string;
  conversationId: string;
  at: Date;
  direction: 'in' | 'out';
  content: Record<string, unknown>;
};

async function describe(
  call: SearchCall,
  visible: VisibleThreads,
  found: readonly Place[],
  words: readonly string[],
): Promise<FoundMessage[]> {
  if (found.length === 0) return [];
  const { rows } = await sql<Row>`
    select m.id, m.conversation_id as "conversationId", m.at, m.direction, m.content, k.first_name, k.last_name,
      k.profile_name, k.username, k.wa_id, k.wa_user_id, k.phone
    from messages m
    join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
    join contacts k on k.workspace_id = c.workspace_id and k.id = c.contact_id
    where ${visible} and m.id = any(${found.map(({ id }) => id)}::uuid[])
    order by m.at desc, m.id desc`.execute(call.tx);
  return rows.map((row) => ({
    messageId: row.id,
    conversationId: row.conversationId,
    contactName: displayName(row),
    direction: row.direction,
    at: row.at.toISOString(),
    snippet: snippetOf(searchableText(row.content), words),
  }));
}
