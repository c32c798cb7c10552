// Writes a full inbox as rows, as months of work leave them, without the work; kept between runs when a folder is given.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { THROWAWAY } from '#db/embedded.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { type Throwaway, throwaway } from './throwaway.ts';
import { makeWorkspace } from './workspace.ts';

export type InboxSize = { contacts: number; messages: number };

export type FilledInbox = {
  place: Throwaway;
  workspaceId: string;
  commonTag: string;
  rareTag: string;
  /** Seconds that the writing took; null where the rows were there already. */
  writtenInS: number | null;
};

/** Windows of 24 hours that were open when the rows were written must still be when they are measured. */
const FRESH_MS = 12 * 3_600_000;
/** Beside the equal share of all others, the latest conversation is a long one. */
export const LONG_CONVERSATION = 10_000;

/** For writing only: afterwards the server is started again with its promises. */
const QUICK = {
  ...THROWAWAY,
  autovacuum: 'off',
  maintenance_work_mem: '1GB',
  max_wal_size: '16GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** `keepIn`: a folder in which the rows of each size stay for the next run; none: they go with `drop`. */
export async function fillInbox(
  size: InboxSize,
  keepIn: string | undefined,
  say: (line: string) => void,
): Promise<FilledInbox> {
  const folder = keepIn
    ? join(keepIn, `inbox-${size.contacts}-${size.messages}`)
    : mkdtempSync(join(tmpdir(), 'rondine-bench-'));
  const note = join(folder, 'written.json');
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
  const isFresh = known !== undefined && now().getTime() - known.at < FRESH_MS;
  let writtenInS: number | null = null;
  if (!isFresh) {
    say(
      `Writing ${size.contacts.toLocaleString('en')} contacts, ${size.messages.toLocaleString('en')} messages …`,
    );
    rmSync(folder, { recursive: true, force: true });
    const started = performance.now();
    const written = await writeRows(folder, size, say);
    writtenInS = Math.round((performance.now() - started) / 1000);
    writeFileSync(note, JSON.stringify({ ...written, at: now().getTime() }));
  }
  const place = await throwaway(null, {}, folder);
  const { workspaceId, commonTag, rareTag } = JSON.parse(readFileSync(note, 'utf8'));
  return { place, workspaceId, commonTag, rareTag, writtenInS };
}

async function writeRows(folder: string, size: InboxSize, say: (line: string) => void) {
  const place = await throwaway(null, QUICK, folder);
  const { id: workspaceId, client } = await makeWorkspace(place.services);
  const { id: commonTag } = await client.tags.create({ name: 'One in ten' });
  const { id: rareTag } = await client.tags.create({ name: 'One in ten thousand' });
  const target = new URL(place.adminUrl);
  target.pathname = new URL(place.url).pathname;
  const admin = new pg.Client({ connectionString: target.href });
  await admin.connect();
  try {
    // Keys to other tables hold by construction.
    await admin.query('set session_replication_role = replica');
    const indexes = await dropIndexes(admin);
    for (const [table, statement] of statements(workspaceId, size, commonTag, rareTag)) {
      const started = performance.now();
      await admin.query(statement);
      say(`  ${table}: ${Math.round((performance.now() - started) / 1000)} s`);
    }
    const started = performance.now();
    for (const index of indexes) await admin.query(index);
    say(`  indexes: ${Math.round((performance.now() - started) / 1000)} s`);
    for (const table of TABLES) await admin.query(`vacuum analyze ${table}`);
    await admin.query('checkpoint');
  } finally {
    await admin.end();
    await place.stop();
  }
  return { workspaceId, commonTag, rareTag };
}

const TABLES = ['contacts', 'conversations', 'contact_tags', 'messages', 'message_words'] as const;

/** Those that hold no promise of uniqueness of a key; answers how they are made again. */
async function dropIndexes(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text from pg_index i
      where i.indrelid = any($1::regclass[]) and not i.indisprimary
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  );
  for (const { name } of rows) await admin.query(`drop index ${name}`);
  return rows.map((row) => row.text);
}

const key = (kind: number, n = 'n') =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The conversation that was the nth to be written in, counted back from now. */
export function conversationId(n: number): string {
  return `00000003-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** Conversations a minute after each other, the messages of each within hours. */
function statements(
  workspaceId: string,
  { contacts, messages }: InboxSize,
  commonTag: string,
  rareTag: string,
): [string, string][] {
  const people = `from generate_series(1, ${contacts}) n`;
  const [account, number] = [newId(), newId()];
  const long = Math.min(LONG_CONVERSATION, messages);
  const text = `case when n % 10 = 0 then 'grazie ' else '' end || 'word' || n % 20000 || ' word'
    || (n::bigint * 7919) % 20000 || ' word' || (n::bigint * 104729) % 20000 || ' ciao'`;
  const last = "now() - n * interval '1 minute'";
  const turn = `(n - 1) / ${contacts}`;
  const nth = `1 + (n - 1) % ${contacts}`;
  const write = (from: number, to: number, conversation: string, at: string) =>
    `insert into messages (workspace_id, id, conversation_id, contact_id, number_id, direction, kind, content, state,
        provider_id, at)
      select '${workspaceId}', ${key(2)}, ${key(3, conversation)}, ${key(1, conversation)}, '${number}',
        case when n % 2 = 0 then 'in' else 'out' end, 'text', jsonb_build_object('type', 'text', 'text', ${text}),
        case when n % 2 = 0 then 'received' else 'read' end,
        'wamid.HBgMMzkzMzMwMDAwMDAwFQIAERgS' || n, ${at} from generate_series(${from}, ${to}) n`;
  return [
    [
      'number',
      `insert into whatsapp_accounts (workspace_id, id, waba_id, token_sealed, app_secret_sealed, graph_url,
          graph_version, simulated, created_at, updated_at)
        values ('${workspaceId}', '${account}', '1', '', '', 'http://127.0.0.1:9', 'v26.0', true, now(), now());
      insert into numbers (workspace_id, id, account_id, phone_number_id, phone, created_at)
        values ('${workspaceId}', '${number}', '${account}', '1', '+390200000001', now())`,
    ],
    [
      'contacts',
      `insert into contacts (workspace_id, id, phone, first_name, last_name, consent, created_at, updated_at)
        select '${workspaceId}', ${key(1)}, '+3933' || lpad(n::text, 8, '0'), 'Ana' || n % 977, 'Surname' || n % 1009,
          case when n % 3 = 0 then 'subscribed' else 'not_declared' end, now(), now() ${people}`,
    ],
    [
      'conversations',
      `insert into conversations (workspace_id, id, number_id, contact_id, unread_count, last_message_at,
          last_message_preview, last_direction, in_inbox, window_closes_at, waiting_since, created_at)
        select '${workspaceId}', ${key(3)}, '${number}', ${key(1)}, (n % 20 = 0)::int, ${last}, 'ciao',
          case when n % 2 = 0 then 'in' else 'out' end, true, ${last} + interval '24 hours',
          case when n % 4 = 0 then ${last} end, now() ${people}`,
    ],
    [
      'tags',
      `insert into contact_tags (workspace_id, contact_id, tag_id)
        select '${workspaceId}'::uuid, ${key(1)}, '${commonTag}'::uuid ${people} where n % 10 = 3
        union all select '${workspaceId}'::uuid, ${key(1)}, '${rareTag}'::uuid ${people} where n % 10000 = 777`,
    ],
    [
      'messages',
      write(
        1,
        messages - long,
        nth,
        `now() - (${nth}) * interval '1 minute' - ${turn} * interval '37 minutes'`,
      ),
    ],
    ['long conversation', write(messages - long + 1, messages, '1', "now() - n * interval '1 second'")],
    [
      'words',
      `insert into message_words (workspace_id, message_id, at, words)
        select workspace_id, id, at, array_to_tsvector(string_to_array('#' || workspace_id || ' #'
          || to_char(at at time zone 'UTC', 'YYYYMMDD') || ' '
          || (content->>'text'), ' ')) from messages where workspace_id = '${workspaceId}'`,
    ],
  ];
}
