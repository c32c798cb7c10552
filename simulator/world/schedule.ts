// Everything that happens later in the imitated world: one heap by time and a single ticking timer.

import type { Clock } from './clock.ts';

interface Planned {
  at: number;
  order: number;
  run: (at: number) => void;
}

/** The timer never wakes more often than this, so thousands of events share one wake-up. */
const TICK_MS = 4;

export class Schedule {
  #heap: Planned[] = [];
  #order = 0;
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;
  #clock: Clock;
  #closed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get waiting(): number {
    return this.#heap.length;
  }

  /** When the next event is due; Infinity: never. */
  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Runs `run` once, `delayMs` of world time from now; `run` is told the moment it was due. */
  after(delayMs: number, run: (at: number) => void): void {
    this.at(this.#clock.now() + delayMs, run);
  }

  at(at: number, run: (at: number) => void): void {
    if (this.#closed) return;
    this.#push({ at, order: this.#order++, run });
    if (at < this.#wakesAt) this.#arm();
  }

  /** Runs what is due, in order of time; call it after the clock was moved. */
  catchUp(): void {
    const now = this.#clock.now();
    while (this.#heap.length > 0 && this.#heap[0]!.at <= now) {
      const next = this.#pop();
      next.run(next.at);
    }
    this.#arm();
  }

  clear(): void {
    this.#heap = [];
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wakesAt = Number.POSITIVE_INFINITY;
  }

  close(): void {
    this.clear();
    this.#closed = true;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wakesAt = Number.POSITIVE_INFINITY;
    const first = this.#heap[0];
    if (!first || this.#closed) return;
    this.#wakesAt = first.at;
    const wait = Math.min(Math.max(first.at - this.#clock.now(), TICK_MS), 2_000_000_000);
    this.#timer = setTimeout(() => this.catchUp(), wait);
    this.#timer.unref();
  }

  #push(item: Planned): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(item, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = item;
  }

  #pop(): Planned {
    const heap = this.#heap;
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
        if (!before(heap[child]!, last)) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = last;
    }
    return top;
  }
}

function before(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
