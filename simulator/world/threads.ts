// One thread per business number and person: its messages, its 24-hour window, and the order of latest activity.

import type { Customer } from './customers.ts';
import type { Message } from './messages.ts';

export const WINDOW_MS = 24 * 3_600_000;

export interface Thread {
  phoneId: string;
  customer: Customer;
  messages: Message[];
  lastInboundAt: number;
  lastAt: number;
  /** Messages from the business that the person has not looked at on the phone page. */
  unread: number;
  /** When the allowance of the pair limit is used up until. */
  pairUntil: number;
  /** Marketing templates of the last day, oldest first. */
  marketingAt: number[];
  lastTemplate?: Message;
  /** Templates that arrived lately, oldest first, and how many since the person last wrote. */
  gotAt: number[];
  unanswered: number;
  /** WhatsApp holds marketing back from this person until then. */
  sparedUntil?: number;
  /** A conversation from a click-to-WhatsApp ad: open until answered, then free for 72 hours. */
  entryPoint?: { openedAt: number; freeUntil?: number };
  newer?: Thread;
  older?: Thread;
}

export function windowIsOpen(thread: Thread, now: number): boolean {
  return now < thread.lastInboundAt + WINDOW_MS;
}

export class Threads {
  #byPair = new Map<string, Thread>();
  #newest: Thread | undefined;

  get size(): number {
    return this.#byPair.size;
  }

  find(phoneId: string, waId: string): Thread | undefined {
    return this.#byPair.get(`${phoneId} ${waId}`);
  }

  get(phoneId: string, customer: Customer): Thread {
    const key = `${phoneId} ${customer.waId}`;
    let thread = this.#byPair.get(key);
    if (!thread) {
      thread = {
        phoneId,
        customer,
        messages: [],
        lastInboundAt: Number.NEGATIVE_INFINITY,
        lastAt: 0,
        unread: 0,
        pairUntil: 0,
        marketingAt: [],
        gotAt: [],
        unanswered: 0,
      };
      this.#byPair.set(key, thread);
    }
    return thread;
  }

  /** Puts the thread on top of the list of latest activity. */
  touch(thread: Thread, at: number): void {
    thread.lastAt = at;
    if (this.#newest === thread) return;
    if (thread.newer) thread.newer.older = thread.older;
    if (thread.older) thread.older.newer = thread.newer;
    thread.newer = undefined;
    thread.older = this.#newest;
    if (this.#newest) this.#newest.newer = thread;
    this.#newest = thread;
  }

  *latestFirst(): Generator<Thread> {
    for (let thread = this.#newest; thread; thread = thread.older) yield thread;
  }

  clear(): void {
    this.#byPair.clear();
    this.#newest = undefined;
  }
}
