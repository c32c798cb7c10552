// Pacing: a new template, or a portfolio under watch, sends a first part; the rest is held until it was looked at. Pure.

import type { Rating } from './quality-week.ts';

export interface PacingRules {
  /** Whether templates are paced at all. */
  on: boolean;
  /** Messages of a new template that go out before the rest is held. */
  firstPart: number;
  /** Messages per hour of a portfolio under watch before the rest is held. */
  watchedPerHour: number;
  /** Time for people to react to the first part. */
  assessMs: number;
}

/** Whether the next message of a template that sent `sent` messages is held. */
export function heldAsNew(
  rules: PacingRules,
  template: { category: string; sent: number; proven: boolean },
): boolean {
  if (!rules.on || template.proven || template.category === 'AUTHENTICATION') return false;
  return template.category === 'MARKETING' && template.sent >= rules.firstPart;
}

/** Whether a portfolio under watch has sent its part of this hour. */
export function heldByWatch(rules: PacingRules, portfolio: { watched: boolean; thisHour: number }): boolean {
  return rules.on && portfolio.watched && portfolio.thisHour >= rules.watchedPerHour;
}

/** What becomes of held messages after the look at the first part. */
export function verdictOnHeld(quality: Rating): 'release' | 'drop' {
  return quality === 'RED' ? 'drop' : 'release';
}
