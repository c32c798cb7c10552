// Which messages WhatsApp charges for, by the day: a pure table.

export type ChargeCategory = 'marketing' | 'utility' | 'authentication' | 'service';

export type ChargeRules = {
  /** First day (UTC) on which they hold. */
  from: string;
  /** Free-form messages cost what a utility message costs. */
  serviceCharged: boolean;
  utilityFreeInWindow: boolean;
  /** Free-form messages per number and calendar month that cost nothing. */
  freeServicePerMonth: number;
};

const RULES: readonly ChargeRules[] = [
  { from: '2025-07-01', serviceCharged: false, utilityFreeInWindow: true, freeServicePerMonth: 0 },
  { from: '2026-10-01', serviceCharged: true, utilityFreeInWindow: false, freeServicePerMonth: 1_000 },
];

/** The rules of a day (`2026-11-22`). */
export function chargeRulesAt(day: string): ChargeRules {
  return RULES.findLast((rules) => rules.from <= day) ?? RULES[0]!;
}

export type ChargeFacts = {
  category: ChargeCategory;
  /** Delivered within 24 hours of the customer's last message. */
  inWindow: boolean;
  /** Within the 72 hours after the answer to somebody who came from an ad. */
  inFreeEntry: boolean;
};

/** Whether a delivered message is charged, and why. The monthly allowance is applied to volumes, not here. */
export function chargeOf(
  rules: ChargeRules,
  { category, inWindow, inFreeEntry }: ChargeFacts,
): 'charged' | 'free_entry_point' | 'free_service' | 'free_in_window' {
  if (inFreeEntry) return 'free_entry_point';
  if (category === 'service') return rules.serviceCharged ? 'charged' : 'free_service';
  if (category === 'utility' && inWindow && rules.utilityFreeInWindow) return 'free_in_window';
  return 'charged';
}
