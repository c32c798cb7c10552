// How likely a person reads, answers, leaves, mutes, blocks or reports, by how a message meets them. Pure.

/** Wrote within the last 30 days; wrote once; never wrote. */
export type Warmth = 'recent' | 'cooled' | 'stranger';

/** How a template meets a person. */
export interface Approach {
  warmth: Warmth;
  /** Of the text: 0 is a plain message, 1 is what everybody takes for spam. */
  spamminess: number;
  /** Other templates of this business in the seven days before. */
  lastWeek: number;
  /** Templates since the person last wrote. */
  unanswered: number;
  /** The message itself offers an easy way to hear no more. */
  optOutOffered: boolean;
  kind: 'marketing' | 'utility' | 'authentication';
}

/** Shares between 0 and 1 of delivered templates. */
export interface Rates {
  read: number;
  replied: number;
  optedOut: number;
  muted: number;
  blocked: number;
  reported: number;
}

const WARMTH: Record<Warmth, { read: number; replied: number; optedOut: number; bad: number }> = {
  recent: { read: 1.1, replied: 2.5, optedOut: 0.5, bad: 0.25 },
  cooled: { read: 1, replied: 1, optedOut: 1, bad: 1 },
  stranger: { read: 0.75, replied: 0.35, optedOut: 1.5, bad: 4.5 },
};
const KIND = { marketing: 1, utility: 0.25, authentication: 0.05 };
/** Without an easy way out more people mute, block and report, and few write that they want to leave. */
const NO_WAY_OUT = { bad: 1.7, optedOut: 0.35 };

/**
 * The odds for one message. `usual` are the rates for somebody who wrote once, long ago, and gets a decent marketing
 * text with a way out, the first in a week. Every factor below is an assumption: WhatsApp publishes none.
 */
export function oddsOf(usual: Rates, approach: Approach): Rates {
  const warmth = WARMTH[approach.warmth];
  const out = approach.optOutOffered ? { bad: 1, optedOut: 1 } : NO_WAY_OUT;
  const spam = 1 + 3 * approach.spamminess;
  const often = 1 + 0.5 * Math.min(approach.lastWeek, 7);
  const ignored = 1 + 0.15 * Math.min(approach.unanswered, 8);
  const bad = KIND[approach.kind] * warmth.bad * out.bad * spam * often * ignored;
  const interest = 1 / (1 + 0.15 * Math.min(approach.unanswered, 8) + 0.5 * approach.spamminess);
  return withinOne({
    read: Math.min(0.98, usual.read * warmth.read * (0.5 + 0.5 * interest)),
    replied: Math.min(0.6, usual.replied * warmth.replied * interest),
    optedOut: Math.min(
      0.3,
      usual.optedOut * warmth.optedOut * out.optedOut * KIND[approach.kind] * spam * often,
    ),
    muted: Math.min(0.4, usual.muted * bad),
    blocked: Math.min(0.3, usual.blocked * bad),
    reported: Math.min(0.2, usual.reported * bad),
  });
}

/** A person does one thing or another: what they do beside reading is never more than everything. */
function withinOne(rates: Rates): Rates {
  const { read, replied, optedOut, muted, blocked, reported } = rates;
  const all = replied + optedOut + muted + blocked + reported;
  if (all <= 1) return rates;
  return {
    read,
    replied: replied / all,
    optedOut: optedOut / all,
    muted: muted / all,
    blocked: blocked / all,
    reported: reported / all,
  };
}

/** Whether WhatsApp itself holds marketing back from a person who gets much of it (code 131049): a share. */
export function withheldShare(usual: number, approach: Approach): number {
  if (approach.kind !== 'marketing') return 0;
  const warmth = approach.warmth === 'stranger' ? 2 : approach.warmth === 'cooled' ? 1 : 0.3;
  return Math.min(0.9, usual * warmth * (1 + Math.min(approach.lastWeek, 7)));
}

const DAY = 86_400_000;

export function warmthOf(lastWroteAt: number, now: number): Warmth {
  if (lastWroteAt === Number.NEGATIVE_INFINITY) return 'stranger';
  return now - lastWroteAt <= 30 * DAY ? 'recent' : 'cooled';
}

export function kindOf(category: string | undefined): Approach['kind'] {
  const kind = category?.toLowerCase();
  return kind === 'utility' || kind === 'authentication' ? kind : 'marketing';
}
