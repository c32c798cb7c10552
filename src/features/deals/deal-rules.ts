// What a workspace asks of its deals, read once for the work of a call: stages, settings, reasons, rates.
import { conflict } from '#kit/errors.ts';
import {
  holdSettings,
  type LostReasonRow,
  readLostReasons,
  readSettings,
  type Settings,
} from './deal-settings.store.ts';
import type { Factors } from './deals.store.ts';
import type { StageRow, StoreCall } from './deals.types.ts';
import { factorOf } from './money.contract.ts';
import { readStages } from './pipelines.store.ts';

export type DealRules = {
  settings: Settings;
  /** In the order of the board, pipeline by pipeline. */
  stages: readonly StageRow[];
  reasons: readonly LostReasonRow[];
  factors: Factors;
  /** The day that it is in the workspace's time zone, e.g. 2026-11-21. */
  today: string;
};

/** For writing: they stay as they are to the end of the transaction. Throws `pipeline_missing` while there is no pipeline. */
export async function readRules(call: StoreCall): Promise<DealRules> {
  await holdSettings(call);
  const stages = await readStages(call);
  if (stages.length === 0)
    throw conflict('pipeline_missing', 'There is no pipeline yet. Create one first: deals go through it.');
  const settings = await readSettings(call);
  return {
    settings,
    stages,
    reasons: await readLostReasons(call, { retired: true }),
    factors: factorsOf(settings),
    today: dayIn(settings.timeZone, call.now),
  };
}

export function factorsOf({ currency, rates }: Pick<Settings, 'currency' | 'rates'>): Factors {
  return new Map([...rates].map(([code, rate]) => [code, factorOf(code, currency, rate)]));
}

/** The day of an instant in a time zone, e.g. 2026-11-21. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}
