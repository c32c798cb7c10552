// npm run bench -- inbox [--contacts N] [--messages N] [--keep DIR] — a full inbox: its lists, a conversation, search, sending.
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import pg from 'pg';
import type { Bench } from './bench.ts';
import { conversationId, fillInbox } from './inbox-rows.ts';
import { openWorkspace } from './workspace.ts';

const CONTACTS = 1_000_000;
const MESSAGES_EACH = 5;
const LOOKS = 200;
/** What takes long is not asked often. */
const LONGEST_MS = 5_000;
/** Conversations of which the window is open, with a margin for the time that the run takes. */
const WITH_OPEN_WINDOW = 500;
/** Far apart, so that looks share little. */
const STRIDE = 7_919;

export const bench: Bench = {
  name: 'inbox',
  floor: 'one conversation by its key, in a transaction of the workspace',
  better: 'less',
  async run({ args, say }) {
    const option = { type: 'string' } as const;
    const options = { contacts: option, messages: option, keep: option, only: option };
    const { values } = parseArgs({ args, strict: false, options });
    const contacts = Number(values.contacts ?? CONTACTS);
    const messages = Number(values.messages ?? contacts * MESSAGES_EACH);
    const keepIn = typeof values.keep === 'string' ? values.keep : undefined;
    const { place, workspaceId, commonTag, rareTag, writtenInS } = await fillInbox(
      { contacts, messages },
      keepIn,
      say,
    );
    try {
      const { client } = openWorkspace(place.services, workspaceId);
      const { conversations } = client;
      const next = (await conversations.list({})).nextCursor!;
      const far = conversationId;
      const nth = (look: number) => 1 + ((look * STRIDE) % contacts);
      const asked: Record<string, (look: number) => Promise<unknown>> = {
        list: () => conversations.list({}),
        'list, next page': () => conversations.list({ cursor: next }),
        'list, unread': () => conversations.list({ show: 'unread' }),
        'list, waiting': () => conversations.list({ show: 'waiting' }),
        'list, frequent tag': () => conversations.list({ tagIds: [commonTag] }),
        'list, rare tag': () => conversations.list({ tagIds: [rareTag] }),
        'list, consent': () => conversations.list({ consent: ['subscribed'] }),
        'list, window closing': () => conversations.list({ window: ['closing'] }),
        counts: () => conversations.counts({}),
        open: (look) => {
          const id = far(nth(look));
          return Promise.all([conversations.get({ id }), conversations.timeline({ id })]);
        },
        'open, a long one': () => conversations.timeline({ id: far(1) }),
        'search, name': (look) =>
          conversations.list({ show: 'any', search: `Surname${look % 1009} Ana${look % 977}` }),
        'search, number': (look) =>
          conversations.list({ show: 'any', search: `3933${String(nth(look)).padStart(8, '0')}` }),
        'search, beginning of a name': (look) =>
          conversations.list({ show: 'any', search: `Surname${look % 10}` }),
        'search, word of every message': () => conversations.searchMessages({ search: 'ciao' }),
        'search, frequent word': () => conversations.searchMessages({ search: 'grazie' }),
        'search, rare word': (look) =>
          conversations.searchMessages({ search: `word${10_000 + ((look * STRIDE) % 10_000)}` }),
        'search, beginning of a word': () => conversations.searchMessages({ search: 'wor' }),
        'search, word and beginning': (look) =>
          conversations.searchMessages({ search: `grazie word${10 + (look % 90)}` }),
        'search, two rare words': (look) =>
          conversations.searchMessages({ search: `word${10_000 + look} word${11_000 + look}` }),
        'search, nothing': (look) => conversations.searchMessages({ search: `absent${look}` }),
        send: (look) =>
          conversations.send({ id: far(1 + (look % WITH_OPEN_WINDOW)), text: `Answer ${look}` }),
      };
      const size = await sizeOf(place.adminUrl, place.url);
      say(`${(size / 1e9).toFixed(1)} GB of database${writtenInS ? `, written in ${writtenInS} s` : ''}`);
      const details: Record<string, unknown> = { contacts, messages, databaseBytes: size, writtenInS };
      let ours = 0;
      const only = typeof values.only === 'string' ? values.only : '';
      for (const [name, ask] of Object.entries(asked)) {
        if (!name.includes(only)) continue;
        const times = await timed(ask);
        details[name] = times;
        if (name === 'list') ours = times.p95Ms;
        say(`${name}: p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms`);
      }
      const floor = await timed((look) =>
        place.services.db.inWorkspace(workspaceId, (tx) =>
          sql`select last_message_preview from conversations
            where workspace_id = ${workspaceId} and id = ${far(nth(look))}`.execute(tx),
        ),
      );
      return { unit: 'ms (p95 of the list)', ours, floor: floor.p95Ms, details };
    } finally {
      await (keepIn ? place.stop() : place.drop());
    }
  },
};

type Times = { p50Ms: number; p95Ms: number };

/** One look before, of which the time does not count. */
async function timed(ask: (look: number) => Promise<unknown>): Promise<Times> {
  await ask(0);
  const times: number[] = [];
  const end = performance.now() + LONGEST_MS;
  for (let look = 1; look <= LOOKS && (look <= 3 || performance.now() < end); look += 1) {
    const started = performance.now();
    await ask(look);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(2));
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

async function sizeOf(adminUrl: string, url: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ size: string }>('select pg_database_size($1) as size', [
    new URL(url).pathname.slice(1),
  ]);
  await client.end();
  return Number(rows[0]!.size);
}
