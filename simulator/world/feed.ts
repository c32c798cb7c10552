// News for the pages that watch the world live.

import type { Customer } from './customers.ts';
import type { Message } from './messages.ts';

export type News =
  | { kind: 'message'; message: Message }
  | { kind: 'state'; message: Message }
  | { kind: 'customer'; customer: Customer }
  | { kind: 'typing'; phoneId: string; customer: Customer }
  | { kind: 'mail' }
  /** One call with conversion events, all of which were taken or none. */
  | { kind: 'conversions'; sent: number; taken: number }
  | { kind: 'quality' }
  | { kind: 'reset' };

export class Feed {
  #listeners = new Set<(news: News) => void>();

  /** Calls `listener` with all news from now on; returns how to stop. */
  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }
}
