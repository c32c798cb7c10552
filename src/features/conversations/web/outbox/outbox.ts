// Answers on their way to the server: each waits here until it is there, is sent once, and failed ones stay to be seen.
import type { AnswerShape } from '#features/conversations/answer.contract.ts';
import { toApiFailure } from '#web/api-failure.ts';

/** What the server is asked to send, without the conversation. */
export type Outgoing = AnswerShape;

export type Waiting = {
  /** Of the message that it becomes, so that it is one however often it is asked for. */
  id: string;
  conversationId: string;
  input: Outgoing;
  /** Shown where it has no words: the name of its file. */
  label: string;
  /** When it was written. */
  at: string;
  /** Why it will not be tried again by itself. */
  failure: { code: string; message: string } | null;
};

/** Where waiting answers are kept; other tabs of the browser see the same ones. */
export type Kept = {
  all(): Waiting[];
  put(waiting: Waiting): void;
  remove(id: string): void;
  watch(changed: () => void): void;
};

type World = {
  kept: Kept;
  /** Throws what the server or the network says. */
  send(waiting: Waiting): Promise<void>;
  /** Runs one at a time over all tabs. */
  alone(work: () => Promise<void>): Promise<void>;
  newId(): string;
  now(): Date;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** What was written longer ago is not sent without being looked at again. */
const FRESH_MS = 12 * 3_600_000;

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(world: World) {
  const { kept } = world;
  const listeners = new Set<() => void>();
  let shown = inOrder(kept.all());
  let under: Promise<void> | null = null;
  let again = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The last try did not reach the server. */
  let away = false;

  const changed = () => {
    shown = inOrder(kept.all());
    for (const listener of listeners) listener();
  };
  kept.watch(changed);

  const pass = async (): Promise<void> => {
    for (;;) {
      const next = inOrder(kept.all()).find((one) => one.failure === null);
      if (!next) return;
      if (world.now().getTime() - Date.parse(next.at) > FRESH_MS) {
        keep({ ...next, failure: { code: 'written_long_ago', message: '' } });
        continue;
      }
      try {
        await world.send(next);
        kept.remove(next.id);
        pauseMs = FIRST_PAUSE_MS;
        away = false;
        changed();
      } catch (thrown) {
        const failure = toApiFailure(thrown);
        if (isPassing(failure.status)) {
          away = true;
          changed();
          later();
          return;
        }
        // Whoever threw it away meanwhile does not get it back.
        if (kept.all().some((one) => one.id === next.id))
          keep({ ...next, failure: { code: failure.code, message: failure.message } });
      }
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void drain(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };
  const keep = (waiting: Waiting) => {
    kept.put(waiting);
    changed();
  };

  /** Sends what waits, in the order in which it was written; tries again by itself when the server is away. */
  const drain = async (): Promise<void> => {
    if (under) {
      again = true;
      return under;
    }
    clearTimeout(timer);
    under = world.alone(pass).finally(() => {
      under = null;
    });
    await under;
    if (!again) return;
    again = false;
    await drain();
  };

  return {
    /** Oldest first. */
    read: (): readonly Waiting[] => shown,
    isAway: () => away,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(conversationId: string, input: Outgoing, label = ''): void {
      keep({ id: world.newId(), conversationId, input, label, at: world.now().toISOString(), failure: null });
      void drain();
    },
    retry(id: string): void {
      const waiting = kept.all().find((one) => one.id === id);
      if (!waiting) return;
      keep({ ...waiting, at: world.now().toISOString(), failure: null });
      void drain();
    },
    discard(id: string): void {
      kept.remove(id);
      changed();
    },
    /** The server may be there again: tries at once. */
    wake(): void {
      pauseMs = FIRST_PAUSE_MS;
      void drain();
    },
    drain,
    stop: () => clearTimeout(timer),
  };
}

/** Goes away by itself: no answer, a server in trouble, too many at once, or a session that is over. */
function isPassing(status: number): boolean {
  return status === 0 || status >= 500 || status === 429 || status === 408 || status === 401;
}

/** Ids grow with time, so they tell the order of those of one instant. */
function inOrder(all: readonly Waiting[]): readonly Waiting[] {
  return [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
}
