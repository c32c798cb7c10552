// The world of quality in bulk: one number of one portfolio, day by day, by the same pure functions as the live world.

import { limitOf, limitWhileRed, nextTier } from '../reputation/messaging-limit.ts';
import { oddsOf, type Rates, withheldShare } from '../reputation/odds.ts';
import {
  badShare,
  type DayOfSignals,
  isJudged,
  note,
  numberRules,
  type Rating,
  ratingOf,
  type Signal,
  templateRules,
} from '../reputation/quality-week.ts';
import { howMany } from '../reputation/sampling.ts';
import { GOOD_STANDING, nextStanding, type Sanction, type Standing } from '../reputation/standing.ts';
import { Dice } from '../world/dice.ts';
import { type Group, type Mix, Population, warmthOn } from './population.ts';

export interface BulkOptions {
  mix: Mix;
  seed: number;
  usual: Rates;
  /** Share of numbers that are not on WhatsApp, and of marketing that WhatsApp holds back. */
  unreachable: number;
  withheld: number;
  tier: string;
  verified: boolean;
}

/** Whom to write to today, in this order, with what. */
export interface Order {
  sends: { group: Group; people: number }[];
  spamminess: number;
  optOutOffered: boolean;
  /** The business takes who wrote STOP off its lists. */
  honoursStop: boolean;
}

export interface DayOutcome {
  started: number;
  delivered: number;
  /** People who got the first message of all. */
  firstTime: number;
  read: number;
  replied: number;
  optedOut: number;
  blocked: number;
  reported: number;
  /** Not taken: limit, low quality, restriction, paused template. */
  refused: number;
  sanctions: Sanction[];
}

const DAY = 86_400_000;
/** A day is sent in four parts, six hours apart: pauses of three and six hours cost one and two of them. */
const PARTS = 4;

export class BulkWorld {
  day = 0;
  rating: Rating = 'GREEN';
  standing: Standing = { ...GOOD_STANDING };
  tier: string;
  template = newTemplate();
  templatesDisabled = 0;
  people: Population;
  #week: DayOfSignals[] = [];
  #reached: number[] = [];
  #started: number[] = [];
  #dice: Dice;
  #options: BulkOptions;

  constructor(options: BulkOptions) {
    this.#options = options;
    this.#dice = new Dice(options.seed);
    this.tier = options.tier;
    this.people = new Population(options.mix);
  }

  get limit(): number {
    const limit = limitOf(this.tier);
    return this.rating === 'RED' ? limitWhileRed(limit) : limit;
  }

  get mayStart(): boolean {
    return !this.standing.banned && this.standing.restrictedUntil === undefined;
  }

  /** Another text under another name, approved overnight. */
  renewTemplate(): void {
    this.template = newTemplate();
  }

  /** Plays one day and turns to the next. */
  live(order: Order): DayOutcome {
    const outcome: DayOutcome = {
      started: 0,
      delivered: 0,
      firstTime: 0,
      read: 0,
      replied: 0,
      optedOut: 0,
      blocked: 0,
      reported: 0,
      refused: 0,
      sanctions: [],
    };
    const back: Group[] = [];
    let room = this.mayStart ? this.limit : 0;
    for (let part = 0; part < PARTS; part++) {
      const sendable = this.template.pausedParts === 0 && !this.template.disabled;
      if (this.template.pausedParts > 0) this.template.pausedParts--;
      for (const { group, people } of order.sends) {
        const wanted = share(people, part);
        const taken = sendable ? this.people.take(group, Math.min(wanted, room)) : { ...group, people: 0 };
        outcome.refused += wanted - taken.people;
        room -= taken.people;
        back.push(...this.#meet(taken, order, outcome));
      }
      this.#assess();
    }
    for (const group of back) this.people.add(group);
    this.#turn(outcome);
    return outcome;
  }

  /** Lets a message meet people of one history; returns them with what they think afterwards. */
  #meet(group: Group, order: Order, outcome: DayOutcome): Group[] {
    const { usual, unreachable, withheld } = this.#options;
    const dice = this.#dice;
    if (group.people === 0) return [];
    const approach = {
      warmth: warmthOn(this.day, group),
      spamminess: order.spamminess,
      lastWeek: group.gotOn.length,
      unanswered: group.unanswered + (group.saidStop ? 8 : 0),
      optOutOffered: order.optOutOffered,
      kind: 'marketing' as const,
    };
    const odds = oddsOf(usual, approach);
    outcome.started += group.people;
    const first = group.lastGotOn === Number.NEGATIVE_INFINITY;
    let left = group.people - (first ? howMany(dice, group.people, unreachable) : 0);
    const spared = howMany(dice, left, withheldShare(withheld, approach));
    left -= spared;
    const delivered = left;
    const of = (chance: number) => {
      const happened = howMany(dice, left, Math.min(1, (chance * delivered) / Math.max(1, left)));
      left -= happened;
      return happened;
    };
    const blocked = of(odds.blocked);
    const reported = of(odds.reported);
    const optedOut = of(odds.optedOut);
    const replied = of(odds.replied);
    const muted = howMany(dice, left, odds.muted);
    this.#signal('delivered', delivered);
    this.#signal('blocked', blocked);
    this.#signal('reported', reported);
    this.#signal('muted', muted);
    outcome.delivered += delivered;
    if (first) outcome.firstTime += delivered;
    outcome.read += howMany(dice, delivered, odds.read);
    outcome.replied += replied;
    outcome.optedOut += optedOut;
    outcome.blocked += blocked;
    outcome.reported += reported;
    const got = { ...group, gotOn: [...group.gotOn, this.day], lastGotOn: this.day };
    const unanswered = group.unanswered + 1;
    // Half of those who leave tap "stop" in WhatsApp and are out of reach; the others write it.
    const deaf = order.honoursStop ? 0 : Math.floor(optedOut / 2);
    return [
      { ...group, people: spared },
      { ...got, people: left, unanswered },
      { ...got, people: replied, unanswered: 0, wroteOn: this.day },
      { ...got, people: deaf, unanswered, saidStop: true },
    ];
  }

  #signal(signal: Signal, count: number): void {
    if (count === 0) return;
    note(this.#week, this.day * DAY, signal, count);
    note(this.template.week, this.day * DAY, signal, count);
  }

  #assess(): void {
    const at = this.day * DAY;
    this.rating = ratingOf(this.#week, at, this.rating, numberRules);
    const { template } = this;
    const before = template.rating;
    template.rating = ratingOf(template.week, at, before, templateRules);
    if (template.rating !== 'RED' || template.pausedParts > 0 || template.disabled) return;
    if (!isJudged(template.week, at, templateRules)) return;
    template.pauses++;
    if (template.pauses > 2) {
      template.disabled = true;
      this.templatesDisabled++;
    } else template.pausedParts = template.pauses;
    template.week = [];
  }

  #turn(outcome: DayOutcome): void {
    const at = this.day * DAY;
    this.#reached.push(outcome.delivered);
    const sum = (days: number) => this.#reached.slice(-days).reduce((all, one) => all + one, 0);
    const share = badShare(this.#week, at, numberRules);
    const conduct = {
      at: at + DAY,
      quality: this.rating,
      badShare: share,
      startedToday: outcome.started,
      busiestBefore: Math.max(0, ...this.#started.slice(-30)),
      deliveredInWeek: sum(7),
    };
    [this.standing, outcome.sanctions] = nextStanding(this.standing, conduct, this.#dice.roll());
    this.#started.push(outcome.started);
    this.tier = nextTier(this.tier, {
      quality: this.rating,
      reachedInWeek: Math.min(sum(7), this.people.size),
      reachedInMonth: Math.min(sum(30), this.people.size),
      verified: this.#options.verified,
    });
    this.day++;
    this.people.turnTo(this.day);
    this.rating = ratingOf(this.#week, this.day * DAY, this.rating, numberRules);
  }
}

function newTemplate() {
  return {
    week: [] as DayOfSignals[],
    rating: 'UNKNOWN' as Rating,
    pauses: 0,
    pausedParts: 0,
    disabled: false,
  };
}

/** The people of a quarter; the four quarters make the whole. */
function share(people: number, part: number): number {
  return Math.floor((people * (part + 1)) / PARTS) - Math.floor((people * part) / PARTS);
}
