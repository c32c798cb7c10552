// The log of every message that passed, with the indexes that its readers need.

import type { Customer } from './customers.ts';
import type { Fate } from './fate.ts';
import type { MessageDirection } from './ids.ts';
import type { Pricing } from './pricing.ts';
import type { Thread } from './threads.ts';

export type MessageState =
  | 'accepted'
  | 'held'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'received';

export interface Message {
  sequence: number;
  id: string;
  direction: MessageDirection;
  phoneId: string;
  customer: Customer;
  thread: Thread;
  type: string;
  /** The part of the body named after the type, as it was sent. */
  content: unknown;
  at: number;
  state: MessageState;
  stateAt: Partial<Record<MessageState, number>>;
  /** A template with its values filled in, for the phone page. */
  shown?: ShownTemplate;
  template?: { id: string; name: string; language: string; category: string };
  contextId?: string;
  callbackText?: string;
  errorCode?: number;
  /** How the recipient was named: by phone, or by user id. */
  addressedBy: 'phone' | 'user-id';
  /** Whether the business started it outside an open window. */
  outsideWindow: boolean;
  reactions: { from: MessageDirection; emoji: string }[];
  /** Set when the business marked this message of a customer as read. */
  readByBusiness?: boolean;
  expiresAt?: number;
  /** What held it back for a look at quality: a template or a portfolio, by id. */
  heldBy?: string;
  fate?: Fate;
  price?: Pricing;
}

export interface ShownTemplate {
  header?: { type: string; text?: string; media?: unknown; location?: unknown };
  body?: string;
  footer?: string;
  buttons: { type: string; text: string; url?: string; phone?: string; code?: string; payload?: string }[];
  cards?: ShownTemplate[];
}

export interface MessageFilter {
  phoneId?: string;
  waId?: string;
  since?: number;
  callbackText?: string;
  direction?: MessageDirection;
  state?: string;
  after?: number;
  limit: number;
}

export class MessageLog {
  #sequence = 0;
  #all: Message[] = [];
  #byId = new Map<string, Message>();
  #byPhone = new Map<string, Message[]>();
  #byCustomer = new Map<string, Message[]>();
  #byCallback = new Map<string, Message[]>();

  get size(): number {
    return this.#all.length;
  }

  add(message: Omit<Message, 'sequence' | 'reactions' | 'stateAt'>): Message {
    const whole: Message = { ...message, sequence: ++this.#sequence, reactions: [], stateAt: {} };
    whole.stateAt[whole.state] = whole.at;
    this.#all.push(whole);
    this.#byId.set(whole.id, whole);
    push(this.#byPhone, whole.phoneId, whole);
    push(this.#byCustomer, whole.customer.waId, whole);
    if (whole.callbackText !== undefined) push(this.#byCallback, whole.callbackText, whole);
    whole.thread.messages.push(whole);
    return whole;
  }

  find(id: string): Message | undefined {
    return this.#byId.get(id);
  }

  /** Messages in order of arrival after `after`; reads only the narrowest index. */
  list(filter: MessageFilter): { messages: Message[]; next?: number } {
    const from = this.#narrowest(filter);
    const messages: Message[] = [];
    for (let at = firstAfter(from, filter.after ?? 0); at < from.length; at++) {
      const message = from[at]!;
      if (filter.phoneId !== undefined && message.phoneId !== filter.phoneId) continue;
      if (filter.waId !== undefined && message.customer.waId !== filter.waId) continue;
      if (filter.callbackText !== undefined && message.callbackText !== filter.callbackText) continue;
      if (filter.direction !== undefined && message.direction !== filter.direction) continue;
      if (filter.state !== undefined && message.state !== filter.state) continue;
      if (filter.since !== undefined && message.at < filter.since) continue;
      if (messages.length === filter.limit) return { messages, next: messages.at(-1)!.sequence };
      messages.push(message);
    }
    return { messages };
  }

  clear(): void {
    this.#all = [];
    for (const index of [this.#byId, this.#byPhone, this.#byCustomer, this.#byCallback]) index.clear();
  }

  #narrowest(filter: MessageFilter): Message[] {
    const indexes: Message[][] = [];
    if (filter.callbackText !== undefined) indexes.push(this.#byCallback.get(filter.callbackText) ?? []);
    if (filter.waId !== undefined) indexes.push(this.#byCustomer.get(filter.waId) ?? []);
    if (filter.phoneId !== undefined) indexes.push(this.#byPhone.get(filter.phoneId) ?? []);
    return indexes.sort((a, b) => a.length - b.length)[0] ?? this.#all;
  }
}

function push(index: Map<string, Message[]>, key: string, message: Message): void {
  const list = index.get(key);
  if (list) list.push(message);
  else index.set(key, [message]);
}

function firstAfter(list: Message[], sequence: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.sequence <= sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
