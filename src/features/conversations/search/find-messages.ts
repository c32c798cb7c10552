// Searches the inbox's messages: the latest first, then recent days, then months, so that what is found often is found without reading it all.

import { sql } from 'kysely';
import { displayName } from '#features/contacts/contacts.ts';
import { type VisibleThreads, visibleThreads } from '#features/threads/threads.ts';
import type { Call } from '#operations/call.ts';
import { findAmongLatest, findByWords, findByWordsOf, type Place } from './message-words.store.ts';
import type { FoundMessage } from './search.contract.ts';
import { searchableText, snippetOf, type TimeUnit, timeLexeme, wordsIn } from './words.ts';

type SearchCall = Pick<Call, 'tx' | 'workspaceId' | 'permissions' | 'userId' | 'now'>;

/** Read without the index first. */
const LATEST = 2_000;
/** Looked through one after the other, back from where the one before ended; then everything that is older at once. */
const STEPS: readonly ({ unit: TimeUnit; count: number } | null)[] = [
  { unit: 'day', count: 2 },
  { unit: 'day', count: 14 },
  { unit: 'month', count: 3 },
  { unit: 'month', count: 12 },
  null,
];
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
  for (const step of STEPS) {
    const { at } = before;
    const backs = Array.from({ length: step?.count ?? 0 }, (_, back) => back);
    const times = step ? backs.map((back) => timeLexeme(step.unit, startOf(step.unit, at, back))) : [];
    found.push(
      ...(await findByWords(call, { ...sought, place: before, limit: limit - found.length }, times)),
    );
    if (found.length >= limit || step === null) break;
    before = { at: new Date(startOf(step.unit, at, step.count - 1).getTime() - 1), id: LAST_ID };
  }
  return found;
}

/** Where the day or month began that lies `back` before the one of `at`. */
function startOf(unit: TimeUnit, at: Date, back: number): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return new Date(
    unit === 'day' ? Date.UTC(year, month, at.getUTCDate() - back) : Date.UTC(year, month - back, 1),
  );
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
