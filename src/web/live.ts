// Live updates: one stream per workspace; each event makes the queries that it touches ask again.
import type { QueryClient } from '@tanstack/react-query';
import { liveEvents } from './live-events.ts';
import { watchSilence } from './live-watch.ts';

type State = 'idle' | 'connecting' | 'live' | 'offline';

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** A short interruption is not worth a word to the person. */
const patienceMs = 4_000;
/** What happened between the page's first questions and its first connection, seconds. */
const firstLookBackS = 15;

let state: State = 'idle';
const listeners = new Set<() => void>();

function become(next: State): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

/** The connection as a store for `useSyncExternalStore`. */
export const liveState = {
  read: (): State => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Whether a query of `key` belongs to one of the dotted `paths`, such as `contacts` or `contacts.list`. */
export function touches(key: readonly unknown[], paths: readonly string[]): boolean {
  const [head] = key;
  const own = Array.isArray(head) ? head.join('.') : String(head);
  return paths.some((path) => own === path || own.startsWith(`${path}.`));
}

/** Operations that ask about one conversation, whose id stands in the query's key. */
const OF_ONE_CONVERSATION = [
  'conversations.get',
  'conversations.messages',
  'conversations.timeline',
  'conversations.attachments',
  'conversations.drafts',
  'notifications.company',
];

/** Whether something that happened in the conversation `about` ('': nobody said in which) concerns a query of `key`. */
export function concerns(key: readonly unknown[], about: string): boolean {
  return about === '' || !touches(key, OF_ONE_CONVERSATION) || JSON.stringify(key).includes(about);
}

/** Between two rounds of questions. */
const restMs = 400;
/** So long a round waits for its answers before the next may begin. */
const longestRoundMs = 3_000;

/**
 * Asks what was touched at once, and what is touched meanwhile together afterwards: however much happens, answers
 * come in and are seen, and the server is asked the same thing at most twice a second.
 */
function askInTurn(queryClient: QueryClient): (paths: readonly string[], about: string) => void {
  /** By the conversation that it is about, or '' for all. */
  const waiting = new Map<string, Set<string>>();
  let asking = false;
  const pause = (ms: number) => new Promise((done) => window.setTimeout(done, ms));
  const ask = async () => {
    asking = true;
    while (waiting.size > 0) {
      const touched = [...waiting];
      waiting.clear();
      const asked = queryClient.invalidateQueries({
        predicate: ({ queryKey }) =>
          touched.some(([about, paths]) => touches(queryKey, [...paths]) && concerns(queryKey, about)),
      });
      await Promise.race([asked, pause(longestRoundMs)]);
      await pause(restMs);
    }
    asking = false;
  };
  return (paths, about) => {
    waiting.set(about, new Set([...(waiting.get(about) ?? []), ...paths]));
    if (!asking) void ask();
  };
}

/** The id of the conversation in which it happened, as far as the server says so; else ''. */
function conversationOf(type: string, content: string): string {
  const told = JSON.parse(content) as { subjectId?: unknown; conversationId?: unknown };
  const id = type === 'conversation.company' ? told.subjectId : told.conversationId;
  return typeof id === 'string' ? id : '';
}

/**
 * Follows the events of `workspaceId` until the returned function is called. After an interruption it resumes
 * behind the last event seen; when the server no longer has that place, every query asks again.
 */
export function followLive(queryClient: QueryClient, workspaceId: string): () => void {
  let source: EventSource | undefined;
  let lastEventId = '';
  let pauseMs = firstPauseMs;
  let retry: number | undefined;
  let complaint: number | undefined;
  let everLive = false;

  const touch = askInTurn(queryClient);
  const seen = (type: string, event: MessageEvent) => {
    watch.heard();
    if (event.lastEventId !== '') lastEventId = event.lastEventId;
    touch(liveEvents[type] ?? [], conversationOf(type, event.data));
  };

  const complainLater = () => {
    complaint ??= window.setTimeout(() => become('offline'), patienceMs);
  };
  const connect = () => {
    become(everLive ? state : 'connecting');
    watch.heard();
    const place =
      lastEventId === '' ? `&since=${firstLookBackS}` : `&after=${encodeURIComponent(lastEventId)}`;
    source = new EventSource(`/api/v1/live?workspace=${encodeURIComponent(workspaceId)}${place}`);
    source.onopen = () => {
      pauseMs = firstPauseMs;
      window.clearTimeout(complaint);
      complaint = undefined;
      if (state === 'offline') void queryClient.invalidateQueries();
      everLive = true;
      become('live');
      watch.heard();
    };
    source.onmessage = (event) => {
      try {
        const { type } = JSON.parse(event.data) as { type?: unknown };
        if (typeof type === 'string') seen(type, event);
      } catch {
        if (event.lastEventId !== '') lastEventId = event.lastEventId;
      }
    };
    source.addEventListener('beat', (event) => seen('beat', event as MessageEvent));
    source.addEventListener('reset', (event) => {
      seen('reset', event as MessageEvent);
      void queryClient.invalidateQueries();
    });
    for (const type of Object.keys(liveEvents)) {
      source.addEventListener(type, (event) => seen(type, event as MessageEvent));
    }
    source.onerror = () => {
      complainLater();
      source?.close();
      window.clearTimeout(retry);
      retry = window.setTimeout(connect, pauseMs * (0.75 + Math.random() / 2));
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
  };

  const watch = watchSilence(() => {
    pauseMs = firstPauseMs;
    source?.close();
    window.clearTimeout(retry);
    complainLater();
    connect();
  });
  connect();

  return () => {
    watch.stop();
    window.clearTimeout(retry);
    window.clearTimeout(complaint);
    source?.close();
    become('idle');
  };
}
