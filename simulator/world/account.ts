// The simulator's own count of what happened, per number and per template, kept while things happen.

import type { Message } from './messages.ts';
import { meansStop, wordsOf } from './words.ts';

export interface Account {
  accepted: number;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  replied: number;
  optedOut: number;
  uniqueCustomers: number;
  maxPerCustomer: number;
}

interface Book {
  counts: Account;
  perCustomer: Map<string, number>;
  replied: Set<string>;
  optedOut: Set<string>;
}

/** `replied` and `optedOut` count people, the others messages; a message that was read counts as delivered and sent. */
export class Accounts {
  #books = new Map<string, Book>();

  read(phoneId: string, templateName?: string): Account {
    return { ...this.#book(key(phoneId, templateName)).counts };
  }

  accepted(message: Message): void {
    for (const book of this.#booksOf(message)) {
      const { counts, perCustomer } = book;
      const count = (perCustomer.get(message.customer.waId) ?? 0) + 1;
      perCustomer.set(message.customer.waId, count);
      counts.accepted++;
      counts.uniqueCustomers = perCustomer.size;
      counts.maxPerCustomer = Math.max(counts.maxPerCustomer, count);
    }
  }

  reached(message: Message, state: 'sent' | 'delivered' | 'read' | 'failed'): void {
    for (const { counts } of this.#booksOf(message)) counts[state]++;
  }

  /** Takes back a failure that turned into a delivery. */
  recovered(message: Message): void {
    for (const { counts } of this.#booksOf(message)) counts.failed--;
  }

  /** A customer wrote: counts as an answer to the latest template, and perhaps as a wish to hear no more. */
  answered(inbound: Message): void {
    if (inbound.type === 'reaction') return;
    const { lastTemplate, messages } = inbound.thread;
    const about = lastTemplate ?? messages.find(({ direction }) => direction === 'business');
    if (!about) return;
    this.#mark(about, 'replied');
    if (meansStop(wordsOf(inbound))) this.#mark(about, 'optedOut');
  }

  optedOut(message: Message): void {
    this.#mark(message, 'optedOut');
  }

  clear(): void {
    this.#books.clear();
  }

  #mark(message: Message, what: 'replied' | 'optedOut'): void {
    for (const book of this.#booksOf(message)) {
      book[what].add(message.customer.waId);
      book.counts[what] = book[what].size;
    }
  }

  #booksOf(message: Message): Book[] {
    const books = [this.#book(key(message.phoneId))];
    if (message.template) books.push(this.#book(key(message.phoneId, message.template.name)));
    return books;
  }

  #book(id: string): Book {
    let book = this.#books.get(id);
    if (!book) {
      const counts = {
        accepted: 0,
        sent: 0,
        delivered: 0,
        read: 0,
        failed: 0,
        replied: 0,
        optedOut: 0,
        uniqueCustomers: 0,
        maxPerCustomer: 0,
      };
      book = { counts, perCustomer: new Map(), replied: new Set(), optedOut: new Set() };
      this.#books.set(id, book);
    }
    return book;
  }
}

function key(phoneId: string, templateName?: string): string {
  return templateName === undefined ? phoneId : `${phoneId} ${templateName}`;
}
