// The ladder of messaging limits: unique people a portfolio may reach outside windows in a moving 24 hours. Pure.

import type { Rating } from './quality-week.ts';

export const TIERS: Record<string, number> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
};
const LADDER = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'];

/** People in 24 hours; a tier that is not known has no limit. */
export function limitOf(tier: string): number {
  return TIERS[tier] ?? Number.POSITIVE_INFINITY;
}

export interface Use {
  quality: Rating;
  /** Unique people reached outside windows in the last 7 and 30 days. */
  reachedInWeek: number;
  reachedInMonth: number;
  /** The business has proven who it is. */
  verified: boolean;
}

/**
 * The tier after a look at the use. From 250 one rises by verification, or by 2,000 people in 30 days; further up by
 * using half of the limit within 7 days. Always with good quality, and one step at a time.
 */
export function nextTier(tier: string, use: Use): string {
  const at = LADDER.indexOf(tier);
  const next = LADDER[at + 1];
  if (at < 0 || next === undefined || use.quality !== 'GREEN') return tier;
  const earned =
    at === 0 ? use.verified || use.reachedInMonth >= 2_000 : use.reachedInWeek >= limitOf(tier) / 2;
  return earned ? next : tier;
}

/** What is left of the limit while the quality is low: an assumption behind code 131048. */
export function limitWhileRed(limit: number): number {
  return Math.max(100, Math.min(1_000, Math.floor(limit / 10)));
}
