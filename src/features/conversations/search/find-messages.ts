// Searches the inbox's messages: the latest first, then recent days, then all, so that what is found often is found without reading it all.

import { sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { type VisibleThreads, visibleThreads } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { findAmongLatest, findByWords, findByWordsOf, type Place } from './message-words.store.ts';
import type { FoundMessage } from './search.contract.ts';
import { dayLexeme, searchableText, snippetOf, wordsIn } from './words.ts';

type SearchCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId' | 'now'>;

/** Read without the index first. */
const LATEST = 2_000;
/**
 * So many days are looked through one after the other, each back from where the one before ended; then everything that
 * is older at once: what a week has few of, the rest has not so many of that they could not be sorted.
 */
const STEPS: readonly (number | null)[] = [2, 6, null];
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
  const { found, end } = await findAmongLatest(call, sought, LATEST);
  if (found.length >= limit || end === null) return found;
  let before = end;
  for (const days of STEPS) {
    const { at } = before;
    const written = Array.from({ length: days ?? 0 }, (_, back) => dayLexeme(startOfDay(at, back)));
    found.push(
      ...(await findByWords(call, { ...sought, place: before, limit: limit - found.length }, written)),
    );
    if (found.length >= limit || days === null) break;
    before = { at: new Date(startOfDay(at, days - 1).getTime() - 1), id: LAST_ID };
  }
  return found;
}

/** Where the day began that lies `back` before the one of `at`, in UTC. */
function startOfDay(at: Date, back: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - back));
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
