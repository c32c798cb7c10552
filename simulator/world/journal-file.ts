// A file of JSON lines that only grows while the world runs, and survives the sudden death of the process.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

export class JournalFile {
  #path: string;
  #file: number;
  #waiting: string[] = [];

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#path = path;
    this.#file = openSync(path, 'a', 0o600);
  }

  /** Every whole line that was written before; a last line cut off by a crash is left out. */
  static read(path: string): unknown[] {
    if (!existsSync(path)) return [];
    const entries: unknown[] = [];
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line === '') continue;
      try {
        entries.push(JSON.parse(line, revive));
      } catch {
        break;
      }
    }
    return entries;
  }

  /** Written in the same turn of the event loop, in one go with its neighbours. */
  add(entry: unknown): void {
    if (this.#waiting.push(JSON.stringify(entry, keep)) === 1) setImmediate(() => this.flush());
  }

  flush(): void {
    if (this.#waiting.length === 0) return;
    writeSync(this.#file, `${this.#waiting.join('\n')}\n`);
    this.#waiting = [];
  }

  /** Replaces everything by `entries`; a crash leaves either the old or the new file. */
  rewrite(entries: unknown[]): void {
    this.#waiting = [];
    const text = entries.map((entry) => `${JSON.stringify(entry, keep)}\n`).join('');
    writeFileSync(`${this.#path}.new`, text, { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
    closeSync(this.#file);
    this.#file = openSync(this.#path, 'a', 0o600);
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }
}

/** Maps and sets as JSON. */
export function keep(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  return value;
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  if ('$set' in value) return new Set(value.$set as unknown[]);
  return value;
}
