// Troubles on demand: the next calls fail, hang, are cut off, or are slow.

export interface Fault {
  /** How many calls are still to be hit. */
  times: number;
  /** Only calls whose path contains this text. */
  path?: string;
  method?: string;
  code?: number;
  status?: number;
  message?: string;
  /** Never answers (the connection stays open for a minute). */
  timeout?: boolean;
  /** Cuts the connection without an answer. */
  cut?: boolean;
  /** Does what was asked and then loses the answer: cut or error after the effect. */
  afterEffect?: boolean;
  delayMs?: number;
}

export class Faults {
  #planned: Fault[] = [];

  plan(fault: Fault): void {
    this.#planned.push(fault);
  }

  /** The fault that hits this call, if any; uses up one of its times. With `named`, only one whose path starts so. */
  take(method: string, path: string, named?: string): Fault | undefined {
    if (this.#planned.length === 0) return undefined;
    const at = this.#planned.findIndex(
      (fault) =>
        (!fault.path || path.includes(fault.path)) &&
        (!fault.method || fault.method === method) &&
        (named === undefined || fault.path?.startsWith(named)),
    );
    const fault = this.#planned[at];
    if (!fault) return undefined;
    fault.times--;
    if (fault.times <= 0) this.#planned.splice(at, 1);
    return fault;
  }

  list(): Fault[] {
    return this.#planned;
  }

  clear(): void {
    this.#planned = [];
  }
}
