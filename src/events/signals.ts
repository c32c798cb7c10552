// Short signals between processes: a topic and a key, lost when nobody listens; rows hold the truth.
import { sql } from 'kysely';
import pg from 'pg';
import type { Database, Tx } from '#db/database.ts';
import { sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';

const log = logger('signals');
const CHANNEL = 'rondine';

export type Signals = {
  /** Calls `heard` with the key of each signal of `topic`; returns the way to stop. Also calls it with '' after a
   * reconnect, when signals may have been missed: look at everything then. */
  on(topic: string, heard: (key: string) => void): () => void;
  close(): Promise<void>;
};

/** Sends a signal, outside any transaction: NOTIFY serialises commits. */
export async function raise(db: Database, topic: string, keys: Iterable<string>): Promise<void> {
  const messages = [...keys].map((key) => `${topic} ${key}`);
  if (messages.length > 0)
    await db.pool.query('select pg_notify($1, m) from unnest($2::text[]) m', [CHANNEL, messages]);
}

/** Sends signals when the transaction of `tx` commits: for few, in transactions that are short. */
export async function raiseWithin(tx: Tx, topic: string, keys: Iterable<string>): Promise<void> {
  const messages = [...keys].map((key) => `${topic} ${key}`);
  await sql`select pg_notify(${CHANNEL}, m) from unnest(${messages}::text[]) m`.execute(tx);
}

/** Listens on a connection of its own, and connects again when it breaks. */
export function listen(url: string): Signals {
  const listeners = new Map<string, Set<(key: string) => void>>();
  const tell = (topic: string, key: string) => {
    for (const heard of listeners.get(topic) ?? []) heard(key);
  };
  const stop = new AbortController();
  const running = (async () => {
    for (let again = false; !stop.signal.aborted; again = true) {
      if (again) await sleep(500, stop.signal);
      await listenOnce(url, stop.signal, tell, () => {
        if (again) for (const topic of listeners.keys()) tell(topic, '');
      }).catch((error) => {
        if (!stop.signal.aborted) log.warn({ err: error }, 'listening was cut, trying again');
      });
    }
  })();
  return {
    on(topic, heard) {
      const all = listeners.get(topic) ?? new Set();
      listeners.set(topic, all.add(heard));
      return () => all.delete(heard);
    },
    async close() {
      stop.abort();
      await running;
    },
  };
}

async function listenOnce(
  url: string,
  signal: AbortSignal,
  tell: (topic: string, key: string) => void,
  ready: () => void,
): Promise<void> {
  if (signal.aborted) return;
  const client = new pg.Client({
    connectionString: url,
    application_name: 'rondine signals',
    keepAlive: true,
  });
  const ended = new Promise<void>((done, failed) => {
    client.on('error', failed);
    client.on('end', done);
    signal.addEventListener('abort', () => void client.end().catch(() => {}), { once: true });
  });
  // It may break before it is waited for below, while connecting.
  ended.catch(() => {});
  client.on('notification', ({ payload = '' }) => {
    const space = payload.indexOf(' ');
    tell(payload.slice(0, space), payload.slice(space + 1));
  });
  const listening = client.connect().then(async () => {
    await client.query(`listen ${CHANNEL}`);
    ready();
    await ended;
  });
  // A client that is closed while it connects ends, but its connecting never does.
  await Promise.race([listening, ended]);
}
