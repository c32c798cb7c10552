// What left the product for other places than WhatsApp: mail, outgoing webhooks, calls outside our scope.

export class Captured<Item> {
  #items: (Item & { sequence: number })[] = [];
  #sequence = 0;
  #most: number;

  constructor(most = 5_000) {
    this.#most = most;
  }

  /** Keeps the item itself, so that it can still change. */
  add(item: Item): Item & { sequence: number } {
    const whole = Object.assign(item as object, { sequence: ++this.#sequence }) as Item & {
      sequence: number;
    };
    this.#items.push(whole);
    if (this.#items.length > this.#most * 1.2) this.#items = this.#items.slice(-this.#most);
    return whole;
  }

  /** Newest last. */
  list(): (Item & { sequence: number })[] {
    return this.#items;
  }

  find(sequence: number): (Item & { sequence: number }) | undefined {
    return this.#items.find((item) => item.sequence === sequence);
  }

  clear(): void {
    this.#items = [];
  }
}

/** A conversion event as it came. */
export interface Conversion {
  at: string;
  dataset: string;
  /** The code that marked the call as a test. */
  test: string | null;
  event: Record<string, unknown>;
}

export interface CaughtRequest {
  name: string;
  at: string;
  method: string;
  path: string;
  headers: Record<string, unknown>;
  query: unknown;
  body: unknown;
}

export interface Mail {
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
  attachments: { fileName: string; mimeType: string; bytes: number }[];
}
