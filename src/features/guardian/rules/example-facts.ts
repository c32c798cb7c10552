// Ordinary facts that every rule passes: what the rules' examples differ from.
import type { Facts } from '#features/guardian/facts.ts';

export const EXAMPLE_FACTS: Facts = {
  sender: {
    sendDays: 40,
    daysSinceFirst: 120,
    busiestDay: 4_000,
    reached: 20_000,
    base: 21_000,
    quality: 'high',
    daysSinceLow: null,
    stoppedDays: 0,
    recoveryDays: 0,
    banned: false,
    limit: 10_000,
    declaredProven: false,
  },
  stage: 'proven',
  mass: true,
  today: { used: 120, bulk: 0, lastSendHoursAgo: 72 },
  month: { promotional: 2_000, sent: 9_000 },
  audience: {
    people: 900,
    warm: 500,
    known: 300,
    cold: 100,
    neverReplied: 0,
    unanswered: 0,
    full: 0,
    undeclared: 0,
    unwilling: 0,
    leftOut: 12,
  },
  sources: [{ kind: 'list', id: 'example', name: 'Customers', origin: 'customers', people: 912 }],
  template: {
    category: 'marketing',
    quality: 'high',
    daysInUse: 12,
    peopleReached: 1_800,
    optOut: true,
    words: [],
  },
  plan: null,
  selfTest: true,
};

/** A number that never sent in bulk. */
export const NEW_SENDER: Facts['sender'] = {
  ...EXAMPLE_FACTS.sender,
  sendDays: 0,
  daysSinceFirst: 0,
  busiestDay: 0,
  reached: 0,
  limit: 2_000,
};
