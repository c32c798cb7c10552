// The simulator as a process of its own, told to post each status as a webhook of its own.
import { join } from 'node:path';
import { type SimulatorProcess, startSimulatorProcess } from '#app/simulator-process.ts';
import type { SimulatorAddress } from '#operations/services.ts';

/** Webhooks on their way at once. */
const CONCURRENCY = 256;

export type BenchSimulator = {
  address: SimulatorAddress;
  pid: number;
  /** Asks its control API. */
  control: Control;
  stop: SimulatorProcess['stop'];
};

export type Control = <T>(path: string, body?: object) => Promise<T>;

export type SimulatorKeys = {
  waba_id: string;
  app_secret: string;
  access_token: string;
  phone_numbers: { id: string }[];
};

/** A public that reads everything, nothing left to chance; `ratePerSecond`: what a number may send. */
export type Manners = {
  ratePerSecond: number;
  /** Milliseconds from one state to the next; default 0. */
  delays?: Partial<Record<'sent' | 'delivered' | 'read', [number, number]>>;
};

export async function startSimulator(nodeOptions: readonly string[] = []): Promise<BenchSimulator> {
  const { url, pid, stop } = await startSimulatorProcess(join(import.meta.dirname, '..'), {
    port: 0,
    host: '127.0.0.1',
    nodeOptions,
  });
  const control: Control = async <T>(path: string, body?: object) => {
    const answer = await fetch(`${url}/_simulator${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return { address: { url, host: new URL(url).host }, pid, control, stop };
}

/** Forgets everything and begins anew with these manners. */
export async function behave({ control }: BenchSimulator, manners: Manners): Promise<void> {
  await control('/reset', {});
  await control('/settings', {
    preset: 'exact',
    limits: { throughputPerSecond: manners.ratePerSecond },
    webhooks: { maxUpdates: 1, concurrency: CONCURRENCY },
    ...(manners.delays ? { delays: manners.delays } : {}),
  });
}

export function keysOf({ control }: BenchSimulator): Promise<SimulatorKeys> {
  return control<SimulatorKeys>('/business');
}
