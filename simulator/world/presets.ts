// Ready-made worlds: lively for a demo, exact for tests, strict to learn what one must not do.

import type { Settings } from './settings.ts';

const DAY = 86_400_000;

/** The default: a believable, patient public that answers, forgets, sometimes fails, and does not stand everything. */
export function livelySettings(): Settings {
  return {
    speed: 1,
    seed: 1,
    delays: { sent: [30, 80], delivered: [200, 2_000], read: [1_000, 20_000], reply: [2_000, 25_000] },
    rates: {
      failed: 0.015,
      undelivered: 0,
      read: 0.85,
      replied: 0.12,
      optedOut: 0.006,
      withheld: 0.004,
      muted: 0.003,
      blocked: 0.0012,
      reported: 0.0003,
    },
    people: { judge: true, experiment: 0 },
    pacing: { on: false, firstPart: 500, watchedPerHour: 1_000, assessMs: 1_800_000 },
    review: { delayMs: 2_000, outcome: 'rules', refuseDuplicates: true },
    limits: {
      throughputPerSecond: 80,
      pair: true,
      uniqueUsers: 0,
      byTier: false,
      startTier: 'TIER_100K',
      uniqueUsersCode: 131048,
      marketingPerDay: 0,
      blockUsMarketing: false,
      templatesPerAccount: 250,
    },
    windowErrors: 'webhook',
    fetchLinks: 'never',
    pricing: { freeServiceMessages: 1_000, freeServiceType: 'free_customer_service' },
    sms: { sentMs: [50, 300], deliveredMs: [500, 4_000], failed: 0.02, rememberReferences: true },
    webhooks: {
      maxUpdates: 200,
      waitMs: 15,
      concurrency: 8,
      timeoutMs: 10_000,
      retrySpeed: 1,
      giveUpAfterMs: 7 * DAY,
      duplicateRate: 0,
      reorder: false,
      delayMs: 0,
      accountFieldsToOverride: false,
    },
  };
}

/** For tests: nothing happens by chance, everything is delivered and read at once, review takes no time. */
export function exactSettings(): Settings {
  const settings = livelySettings();
  settings.delays = { sent: [0, 0], delivered: [0, 0], read: [0, 0], reply: [0, 0] };
  for (const rate of Object.keys(settings.rates) as (keyof Settings['rates'])[]) settings.rates[rate] = 0;
  settings.rates.read = 1;
  settings.people.judge = false;
  settings.sms = { sentMs: [0, 0], deliveredMs: [0, 0], failed: 0, rememberReferences: true };
  settings.review = { delayMs: 0, outcome: 'rules', refuseDuplicates: false };
  settings.limits.throughputPerSecond = 100_000;
  settings.webhooks.waitMs = 2;
  settings.webhooks.retrySpeed = 10;
  return settings;
}

/** The hard school: a new business at 250 people a day, and people and WhatsApp as strict as they get. */
export function strictSettings(): Settings {
  const settings = livelySettings();
  settings.rates = { ...settings.rates, ...strictRates };
  settings.people.experiment = 0.01;
  settings.pacing.on = true;
  settings.limits.byTier = true;
  settings.limits.startTier = 'TIER_250';
  settings.limits.blockUsMarketing = true;
  return settings;
}

/** Rates for somebody who wrote once, long ago, and gets a decent text; also what the simulation of plans goes by. */
export const strictRates = {
  failed: 0.02,
  read: 0.8,
  replied: 0.06,
  optedOut: 0.008,
  withheld: 0.02,
  muted: 0.006,
  blocked: 0.003,
  reported: 0.0006,
};

export const presets = { lively: livelySettings, exact: exactSettings, strict: strictSettings };
export type Preset = keyof typeof presets;
