// What the rules judge: facts about a send, its number, its audience and what was sent before. Values only.

import type { ListOrigin } from '#features/lists/lists.contract.ts';
import type { WordingFinding } from '#whatsapp/wording/check-wording.ts';
import type { Sender, Stage } from './allowance.ts';

export const QUALITIES = ['high', 'medium', 'low', 'unknown'] as const;
export type Quality = (typeof QUALITIES)[number];

/** People by how well they know the business: wrote lately, wrote once or opted in, neither. */
export type Warmth = { warm: number; known: number; cold: number };

export type ContactSource = {
  kind: 'list' | 'import';
  id: string;
  name: string;
  origin: ListOrigin | null;
  people: number;
};

/** What is odd about a template's words; `quote` is the passage it is about. */
export type WordFinding = Pick<WordingFinding, 'kind' | 'quote'>;

export type Facts = {
  /** The number and what it sent before; its stage, by the workspace's own numbers. */
  sender: Sender;
  stage: Stage;
  /** It goes to so many people that it is a mass send (R5). */
  mass: boolean;
  today: {
    /** Unique people of the last 24 hours that count against Meta's limit, over all numbers of the business. */
    used: number;
    /** People whom bulk messages of this number reached in the last 24 hours. */
    bulk: number;
    /** Since the last bulk send of this number ended; null: never. */
    lastSendHoursAgo: number | null;
  };
  /** Messages of the business in the last 30 days: promotional ones, and all. */
  month: { promotional: number; sent: number };
  audience: Warmth & {
    people: number;
    /** Written to before, and never answered anything. */
    neverReplied: number;
    /** Written to within the days of silence (R11) and not heard of since. */
    unanswered: number;
    /** Got as many messages within 24 hours as a day allows (R12), or more. */
    full: number;
    /** Neither subscribed nor unsubscribed. */
    undeclared: number;
    /** Unsubscribed or blocked, and yet among those it would go to. */
    unwilling: number;
    /** Unsubscribed or blocked, and left out. */
    leftOut: number;
  };
  sources: readonly ContactSource[];
  template: {
    category: 'marketing' | 'utility' | 'authentication';
    quality: Quality;
    /** Since it was first sent; 0: never. */
    daysInUse: number;
    peopleReached: number;
    /** Offers a button that unsubscribes. */
    optOut: boolean;
    words: readonly WordFinding[];
  };
  /** The plan that the campaign follows; null: everybody at once. */
  plan: { days: number; largestDay: number; firstDay: number } | null;
  /** The author said that they would not report this message. */
  selfTest: boolean;
};

/** People of bulk sends on the first day, this one among them; a plan keeps its later days within the rules by itself. */
export function bulkOfFirstDay({
  audience,
  plan,
  today,
}: Pick<Facts, 'audience' | 'plan' | 'today'>): number {
  return plan ? plan.firstDay : audience.people + today.bulk;
}

/** People who get the message within one day. */
export function peopleOfADay({ audience, plan }: Pick<Facts, 'audience' | 'plan'>): number {
  return plan ? Math.min(plan.largestDay, audience.people) : audience.people;
}

/** Whole percents of a part; 0 of nothing. */
export function percent(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((100 * part) / all);
}

/** What asks for a reason in a mass send is only said of a few people. */
export function crowdLevel({ mass }: Pick<Facts, 'mass'>): 'warn' | 'inform' {
  return mass ? 'warn' : 'inform';
}
