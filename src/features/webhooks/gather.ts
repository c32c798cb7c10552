// Gathers what many callers want to write into one write: each waits until its own part is durable.
import { sleep } from '#kit/clock.ts';

export type Gather<T> = {
  /** Resolves when `item` is written; rejects with the reason why it was not. */
  add(item: T): Promise<void>;
};

type Waiting<T> = { item: T; size: number; done(): void; failed(reason: unknown): void };

export type GatherOptions<T> = {
  write(items: T[]): Promise<void>;
  /** Weight of an item, e.g. its bytes. */
  sizeOf(item: T): number;
  /** Largest number and weight of items in one write. */
  mostItems: number;
  mostSize: number;
  /** Writes at the same time; a further one begins when a quarter of the largest waits. */
  writers: number;
  /** In a crowd, writes begin at least so long after each other. Milliseconds. */
  lingerMs: number;
};

/** After a write of so many, the next one waits for company. */
const CROWD = 8;

/**
 * While a write is under way the next one fills: a lone caller waits for nothing, and a crowd shares.
 * When a write of several fails, each of its items is tried alone, so that one bad item harms no other.
 */
export function gather<T>(options: GatherOptions<T>): Gather<T> {
  const waiting: Waiting<T>[] = [];
  let writing = 0;
  const isCrowded = () => waiting.length >= options.mostItems / 4;

  function next(): Waiting<T>[] {
    let size = 0;
    let count = 0;
    while (count < waiting.length && count < options.mostItems) {
      size += waiting[count]!.size;
      if (count > 0 && size > options.mostSize) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function write(batch: Waiting<T>[]): Promise<void> {
    try {
      await options.write(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length === 1) batch[0]!.failed(error);
      else for (const one of batch) await write([one]);
    }
  }

  async function pump(): Promise<void> {
    writing += 1;
    while (waiting.length > 0 && (writing === 1 || isCrowded())) {
      const batch = next();
      const rest = performance.now() + options.lingerMs;
      await write(batch);
      if (batch.length >= CROWD && waiting.length < options.mostItems)
        await sleep(Math.max(0, rest - performance.now()));
    }
    writing -= 1;
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        waiting.push({ item, size: options.sizeOf(item), done, failed });
        if (writing === 0 || (isCrowded() && writing < options.writers)) void pump();
      }),
  };
}
