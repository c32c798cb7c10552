// Throws the dice for a run: which blow falls when. The same seed plans the same blows.

import { type Dice, dice } from './dice.ts';
import type { ChaosOptions } from './options.ts';

export type Blow = {
  /** Falls when the simulator has accepted so many messages. */
  at: number;
  /** And so many milliseconds later. */
  afterMs: number;
} & (
  | { kind: 'kill'; victim: number; downMs: number }
  | { kind: 'database'; downMs: number }
  | { kind: 'freeze'; ms: number }
  | { kind: 'stall'; victim: number; ms: number }
  | { kind: 'pause'; ms: number }
  | { kind: 'fault'; name: string; fault: Record<string, unknown> }
  | { kind: 'webhooks'; settings: Record<string, unknown> }
);

type What = Blow extends infer B ? (B extends Blow ? Omit<B, 'at' | 'afterMs'> : never) : never;

type PlanOptions = Pick<
  ChaosOptions,
  'seed' | 'contacts' | 'workers' | 'kills' | 'databaseRestarts' | 'troubles' | 'hangs'
>;

/** In the order in which they fall. */
export function planBlows(options: PlanOptions): Blow[] {
  const chance = dice(options.seed);
  const processes = options.workers === 1 ? 1 : options.workers + 1;
  const falls = (what: What): Blow =>
    ({
      ...what,
      at: Math.floor(options.contacts * (0.01 + 0.92 * chance.roll())),
      afterMs: chance.between(0, 200),
    }) as Blow;
  const blows: Blow[] = [];
  for (let turn = 0; turn < options.kills; turn += 1) {
    // In turn, so that each process dies; a quarter of them stay away for longer.
    const downMs = chance.roll() < 0.25 ? chance.between(3_000, 8_000) : chance.between(0, 500);
    blows.push(falls({ kind: 'kill', victim: turn % processes, downMs }));
  }
  for (let turn = 0; turn < options.databaseRestarts; turn += 1)
    blows.push(falls({ kind: 'database', downMs: chance.between(0, 3_000) }));
  for (let turn = 0; turn < options.troubles; turn += 1)
    blows.push(falls(trouble(chance, options, processes)));
  return blows.sort((a, b) => a.at - b.at);
}

function trouble(chance: Dice, { hangs }: PlanOptions, processes: number): What {
  const times = chance.between(3, 60);
  const kinds: (() => What)[] = [
    () => fault(`${times} answers lost after acceptance`, { times, cut: true, afterEffect: true }),
    () => fault(`${times} connections reset`, { times, cut: true }),
    () =>
      fault(`${times} errors 500 after acceptance`, { times, afterEffect: true, status: 500, code: 131000 }),
    () => fault(`${times} errors 503 without acceptance`, { times, status: 503, code: 131016 }),
    () => fault(`${times} times too fast`, { times, code: 130429 }),
    () => fault(`${times * 3} slow answers`, { times: times * 3, delayMs: chance.between(200, 3_000) }),
    () => ({ kind: 'freeze', ms: chance.between(500, 4_000) }),
    () => ({ kind: 'stall', victim: chance.between(0, processes - 1), ms: chance.between(500, 9_000) }),
    () => ({ kind: 'pause', ms: chance.between(0, 3_000) }),
    () => ({
      kind: 'webhooks',
      settings: {
        duplicateRate: chance.one([0, 0.2, 0.6]),
        reorder: chance.one([true, false]),
        delayMs: chance.one([0, 0, 500, 3_000]),
        maxUpdates: chance.one([1, 20, 200, 1_000]),
      },
    }),
  ];
  if (hangs)
    kinds.push(() =>
      fault(`${Math.ceil(times / 6)} calls never answered`, { times: Math.ceil(times / 6), timeout: true }),
    );
  return chance.one(kinds)();
}

function fault(name: string, what: Record<string, unknown>): What {
  return { kind: 'fault', name, fault: { path: '/messages', method: 'POST', ...what } };
}

/** A blow in words, for the report. */
export function inWords(blow: Blow, processNames: readonly string[]): string {
  switch (blow.kind) {
    case 'kill':
      return `SIGKILL to ${processNames[blow.victim]}, away for ${blow.downMs} ms`;
    case 'database':
      return `PostgreSQL killed, away for ${blow.downMs} ms`;
    case 'freeze':
      return `The simulator stands still for ${blow.ms} ms`;
    case 'stall':
      return `${processNames[blow.victim]} stands still for ${blow.ms} ms`;
    case 'pause':
      return `The campaign is paused, and resumed after ${blow.ms} ms`;
    case 'fault':
      return blow.name;
    case 'webhooks':
      return `Webhooks: ${Object.entries(blow.settings)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`;
  }
}
