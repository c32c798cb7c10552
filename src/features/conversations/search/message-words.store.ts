// The SQL on the words of messages: keeping them in step with the messages, and finding by them.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import { dayLexeme, searchableText, wordsIn } from './words.ts';

type WordsCall = Pick<Call, 'tx' | 'workspaceId'>;
type Written = { id: string; at: Date; content: Record<string, unknown> };

/** Brings the words of these messages up to date; those of bulk messages and of ones that are gone are not kept. */
export async function keepWords(call: WordsCall, messageIds: readonly string[]): Promise<void> {
  const { rows } = await sql<Written>`
    select id, at, content from messages
    where workspace_id = ${call.workspaceId} and id = any(${messageIds}::uuid[]) and campaign_id is null and not test
    order by id`.execute(call.tx);
  const worded = rows.flatMap((row) => {
    const words = new Set(wordsIn(searchableText(row.content)).map(({ word }) => word));
    if (words.size === 0) return [];
    return [{ ...row, lexemes: [`#${call.workspaceId}`, dayLexeme(row.at), ...words].join(' ') }];
  });
  const kept = worded.map((row) => row.id);
  await sql`delete from message_words where workspace_id = ${call.workspaceId}
    and message_id = any(${messageIds}::uuid[]) and message_id <> all(${kept}::uuid[])`.execute(call.tx);
  if (worded.length === 0) return;
  await sql`
    insert into message_words (workspace_id, message_id, at, words)
    select ${call.workspaceId}, w.id, w.at, array_to_tsvector(string_to_array(w.lexemes, ' '))
    from unnest(${kept}::uuid[], ${worded.map((row) => row.at)}::timestamptz[],
      ${worded.map((row) => row.lexemes)}::text[]) w(id, at, lexemes)
    on conflict (workspace_id, message_id) do update set words = excluded.words
      where message_words.words <> excluded.words`.execute(call.tx);
}

export type Place = { at: Date; id: string };

type Sought = { words: readonly string[]; place: Place; limit: number };

/**
 * The same as `findByWords` among the `among` latest before the place, read one by one: what is said often is found
 * so at once. `end` is where to go on; null when there is nothing before it.
 */
export async function findAmongLatest(
  call: WordsCall,
  sought: Sought,
  among: number,
): Promise<{ found: Place[]; end: Place | null }> {
  const { place, limit } = sought;
  const query = spellQuery(call.workspaceId, sought.words, [], 1);
  const { rows } = await sql<Place & { isHit: boolean; looked: number }>`
    with latest as materialized (
      select message_id as id, at, words from message_words
      where workspace_id = ${call.workspaceId} and (at, message_id) < (${place.at}::timestamptz, ${place.id}::uuid)
      order by at desc, message_id desc limit ${among}
    )
    (select id, at, true as "isHit", 0 as looked from latest where words @@ ${query}::tsquery
      order by at desc, id desc limit ${limit})
    union all
    (select id, at, false, (select count(*)::int from latest) from latest order by at, id limit 1)`.execute(
    call.tx,
  );
  const last = rows.find((row) => !row.isHit);
  return {
    found: rows.flatMap(({ id, at, isHit }) => (isHit ? [{ id, at }] : [])),
    end: last && last.looked === among ? { id: last.id, at: last.at } : null,
  };
}

/**
 * Messages with all of `words`, the last of which may be a beginning: latest first, before `place`. `days`: only
 * those written on these days, spelt as lexemes; none: whenever.
 */
export async function findByWords(
  call: WordsCall,
  sought: Sought,
  days: readonly string[],
): Promise<Place[]> {
  const { place, limit } = sought;
  const query = spellQuery(call.workspaceId, sought.words, days);
  const { rows } = await sql<Place>`
    select f.message_id as id, f.at
    from messages_worded(${query}::tsquery, ${place.at}::timestamptz, ${place.id}::uuid, ${limit}) f`.execute(
    call.tx,
  );
  return rows;
}

/** The same among the conversations that one person looks after: few enough to be read one by one. */
export async function findByWordsOf(call: WordsCall, userId: string, sought: Sought): Promise<Place[]> {
  const { place, limit } = sought;
  const query = spellQuery(call.workspaceId, sought.words, [], 1);
  const { rows } = await sql<Place>`
    select w.message_id as id, w.at
    from conversation_assignees a
    join messages m on m.workspace_id = a.workspace_id and m.conversation_id = a.conversation_id
    join message_words w on w.workspace_id = m.workspace_id and w.message_id = m.id
    where a.workspace_id = ${call.workspaceId} and a.user_id = ${userId} and w.words @@ ${query}::tsquery
      and (w.at, w.message_id) < (${place.at}::timestamptz, ${place.id}::uuid)
    order by w.at desc, w.message_id desc limit ${limit}`.execute(call.tx);
  return rows;
}

/** Half the words of a language begin with the same few pairs of letters: the index would be read from end to end. */
const SHORTEST_BEGINNING = 3;

/** Words are letters and digits alone, so they need no escaping. A shorter last word than `beginning` is a whole one. */
function spellQuery(
  workspaceId: string,
  words: readonly string[],
  days: readonly string[],
  beginning = SHORTEST_BEGINNING,
): string {
  const isBeginning = (word: string, at: number) => at === words.length - 1 && word.length >= beginning;
  const sought = words.map((word, at) => `'${word}'${isBeginning(word, at) ? ':*' : ''}`);
  const when = days.length > 0 ? [`(${days.map((day) => `'${day}'`).join('|')})`] : [];
  return [`'#${workspaceId}'`, ...when, ...sought].join(' & ');
}
