// Settings, clock, faults and a fresh start.

import type { Fault } from '../world/faults.ts';
import { describeMagic } from '../world/magic.ts';
import { type Preset, presets } from '../world/presets.ts';
import { patchSettings } from '../world/settings.ts';
import { keepWatch } from '../world/watch.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';

export function controlWorld(add: AddRoute, world: World): void {
  add('GET', '/magic', 'Numbers with a fixed fate.', () => describeMagic());

  add('GET', '/settings', 'All settings.', () => world.settings);
  add(
    'POST',
    '/settings',
    'Changes settings; {"preset":"exact"|"lively"|"strict"} starts from a preset.',
    ({ body }) => {
      const { preset, ...patch } = body;
      const tried = structuredClone(world.settings);
      if (preset !== undefined) {
        if (!Object.hasOwn(presets, String(preset)))
          throw new BadWish(`Known presets: ${Object.keys(presets).join(', ')}.`);
        Object.assign(tried, presets[preset as Preset]());
      }
      wish(() => patchSettings(tried, patch));
      if (tried.seed !== world.settings.seed) world.dice.reseed(tried.seed);
      Object.assign(world.settings, tried);
      keepWatch(world);
      return world.settings;
    },
  );

  add('GET', '/clock', 'The time of the imitated world.', () => clock(world));
  add(
    'POST',
    '/clock',
    '{"advance": ms} or {"advance":"24h"|"5m"|"30s"|"7d"}, {"now": ISO time}, or {"reset": true}.',
    ({ body }) => {
      if (body.reset === true) world.clock.reset();
      else if (body.now !== undefined) {
        const at = Date.parse(String(body.now));
        if (Number.isNaN(at)) throw new BadWish('now must be a time such as 2026-11-21T10:00:00Z.');
        world.clock.set(at);
      } else world.clock.advance(duration(body.advance));
      world.schedule.catchUp();
      return clock(world);
    },
  );

  add('GET', '/faults', 'Faults that are still planned.', () => world.faults.list());
  add(
    'POST',
    '/faults',
    'Troubles the next Graph calls: {"times":1,"path":"/messages","method":"POST"} with one of {"code":131016}, {"status":500}, {"timeout":true}, {"cut":true}, {"delayMs":3000}; "afterEffect":true does the work and loses the answer.',
    ({ body }) => {
      const fault = readFault(body);
      world.faults.plan(fault);
      return world.faults.list();
    },
  );
  add('DELETE', '/faults', 'Forgets all planned faults.', () => {
    world.faults.clear();
    return [];
  });

  add('POST', '/reset', 'Back to the start: default business, nobody, nothing, real time.', async () => {
    await world.reset();
    return { ok: true };
  });
  add('GET', '/health', 'Sizes and what is still under way.', () => ({
    customers: world.customers.size,
    messages: world.messages.size,
    planned: world.schedule.waiting,
    plannedInMs: world.schedule.waiting > 0 ? world.schedule.nextAt - world.clock.now() : null,
    webhooksPending: world.webhooks.pending,
    memoryMb: Math.round(process.memoryUsage().rss / 1_048_576),
  }));
}

function clock(world: World) {
  const now = world.clock.now();
  return { now: new Date(now).toISOString(), offsetMs: now - Date.now() };
}

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function duration(value: unknown): number {
  if (typeof value === 'number' && value >= 0) return value;
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(value ?? ''));
  if (!match) throw new BadWish('advance must be milliseconds or a text such as "24h", "5m", "30s".');
  return Number(match[1]) * UNITS[match[2]!]!;
}

function readFault(body: Record<string, unknown>): Fault {
  const known = [
    'times',
    'path',
    'method',
    'code',
    'status',
    'message',
    'timeout',
    'cut',
    'afterEffect',
    'delayMs',
  ];
  const strange = Object.keys(body).find((key) => !known.includes(key));
  if (strange) throw new BadWish(`There is no "${strange}" in a fault. Known: ${known.join(', ')}.`);
  if (!['code', 'status', 'timeout', 'cut', 'delayMs'].some((key) => body[key] !== undefined)) {
    throw new BadWish('Say what should happen: code, status, timeout, cut or delayMs.');
  }
  return { ...(body as unknown as Fault), times: Number(body.times ?? 1) };
}

/** Runs `change` and turns its error into a 400. */
export function wish<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    throw new BadWish(error instanceof Error ? error.message : String(error));
  }
}
