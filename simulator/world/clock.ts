// The clock of the imitated world: real time plus an offset, so that a test can jump over a day.

export class Clock {
  #offset = 0;

  /** Milliseconds since 1970 in the imitated world. */
  now(): number {
    return Date.now() + this.#offset;
  }

  /** Whole seconds as WhatsApp writes them in webhooks. */
  seconds(at = this.now()): string {
    return String(Math.floor(at / 1000));
  }

  advance(ms: number): void {
    this.#offset += ms;
  }

  set(at: number): void {
    this.#offset = at - Date.now();
  }

  reset(): void {
    this.#offset = 0;
  }
}
