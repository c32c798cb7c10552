// What can be tuned about the imitated world: rates, delays, limits, review, webhooks.

import type { PacingRules } from '../reputation/pacing.ts';

/** A pair of milliseconds; each event falls somewhere between the two. */
export type Spread = [from: number, to: number];

export interface Settings {
  /** Every delay below is divided by this; 10 makes the world ten times faster. */
  speed: number;
  /** Seed of the dice, so that two runs of the same calls come out alike. */
  seed: number;
  delays: { sent: Spread; delivered: Spread; read: Spread; reply: Spread };
  /**
   * Shares between 0 and 1. All after `read` are drawn only for delivered templates; `withheld` (code 131049) and what
   * follows `optedOut` only where people judge.
   */
  rates: {
    failed: number;
    undelivered: number;
    read: number;
    replied: number;
    optedOut: number;
    withheld: number;
    muted: number;
    blocked: number;
    reported: number;
  };
  people: {
    /** Rates depend on how a message meets a person, and what people do decides quality, limits and standing. */
    judge: boolean;
    /** Share of people who get no marketing from anybody, as an experiment of WhatsApp (code 130472). */
    experiment: number;
  };
  pacing: PacingRules;
  review: {
    delayMs: number;
    /** `rules` judges the text; the others decide everything. */
    outcome: 'rules' | 'approve' | 'reject';
    /** Whether a template with the body and footer of another one in the same language is rejected. */
    refuseDuplicates: boolean;
  };
  limits: {
    throughputPerSecond: number;
    /** One message per 6 s to the same person, with 45 on credit. */
    pair: boolean;
    /** Unique people per portfolio in 24 h outside an open window; 0 means no limit. */
    uniqueUsers: number;
    /** The portfolio's tier is kept as its limit, and grows by use. Where people judge, low quality lowers it. */
    byTier: boolean;
    /** Tier of businesses that are made without one. */
    startTier: string;
    /** Error code of a message over the portfolio limit: no page of the documentation says it. */
    uniqueUsersCode: number;
    /** Marketing templates one person gets in 24 h before code 131049; 0 means no limit. */
    marketingPerDay: number;
    /** Since April 2025 marketing to numbers of the United States fails with 131049. */
    blockUsMarketing: boolean;
    templatesPerAccount: number;
  };
  /** Where a message outside the 24-hour window fails: by webhook after a 200, or at once with 400. */
  windowErrors: 'webhook' | 'sync';
  /** `always` loads media links as WhatsApp does; `never` believes them. */
  fetchLinks: 'never' | 'always';
  pricing: { freeServiceMessages: number; freeServiceType: string };
  sms: {
    sentMs: Spread;
    deliveredMs: Spread;
    /** Share of SMS that fail by receipt. */
    failed: number;
    /** A reference that was taken before is answered as before, and nothing is sent. */
    rememberReferences: boolean;
  };
  webhooks: {
    maxUpdates: number;
    waitMs: number;
    concurrency: number;
    timeoutMs: number;
    /** Retry delays are divided by this. */
    retrySpeed: number;
    giveUpAfterMs: number;
    duplicateRate: number;
    reorder: boolean;
    delayMs: number;
    /**
     * WhatsApp sends fields other than `messages` to the app's own callback only. `true` lets an account's
     * override receive them where the app has no callback.
     */
    accountFieldsToOverride: boolean;
  };
}

export type SettingsPatch = {
  [K in keyof Settings]?: Settings[K] extends object ? Partial<Settings[K]> : Settings[K];
};

/** Lays `patch` over `settings` in place; throws an Error that names the wrong key or type. */
export function patchSettings(settings: Settings, patch: unknown): void {
  lay(settings as unknown as Record<string, unknown>, patch, '');
}

function lay(target: Record<string, unknown>, patch: unknown, at: string): void {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    throw new Error(`Settings${at && ` "${at}"`} must be an object.`);
  }
  for (const [key, value] of Object.entries(patch)) {
    const path = at ? `${at}.${key}` : key;
    const present = target[key];
    if (present === undefined) {
      throw new Error(`There is no setting "${path}". Known here: ${Object.keys(target).join(', ')}.`);
    }
    if (Array.isArray(present)) target[key] = readSpread(value, path);
    else if (typeof present === 'object') lay(present as Record<string, unknown>, value, path);
    else if (typeof value !== typeof present || (typeof value === 'number' && !(value >= 0))) {
      throw new Error(
        `Setting "${path}" must be a ${typeof present}${typeof present === 'number' ? ' ≥ 0' : ''}.`,
      );
    } else target[key] = value;
  }
}

function readSpread(value: unknown, path: string): Spread {
  if (typeof value === 'number' && value >= 0) return [value, value];
  if (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => typeof part === 'number' && part >= 0)
  ) {
    return [Math.min(...(value as number[])), Math.max(...(value as number[]))];
  }
  throw new Error(`Setting "${path}" must be a number of milliseconds or a pair [from, to].`);
}
