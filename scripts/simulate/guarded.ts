// The sender that follows the guardian: its plan, its stages and its restraint, by the very functions of the product.
import {
  afterDay,
  parametersOf,
  planParameters,
  planWaves,
  type Quality,
  type Sender,
  type Warmth,
} from '#features/guardian/guardian.ts';
import { type Caps, holdOf } from '#features/guardian/restraint/hold-of.ts';
import { freeSince, mayBulk, nextStage, type StageState } from '#features/guardian/watch/quality-stage.ts';
import type { BulkWorld, Order } from '../../simulator/bulk/bulk-world.ts';
import { type Group, warmthOn } from '../../simulator/bulk/population.ts';
import type { Warmth as Temper } from '../../simulator/reputation/odds.ts';
import { offersWayOut, spamminessOf } from '../../simulator/reputation/spamminess.ts';
import { type Player, TEXTS } from './sender.ts';

const QUALITY: Record<string, Quality> = { GREEN: 'high', YELLOW: 'medium', RED: 'low', UNKNOWN: 'unknown' };
const CLASS: Record<Temper, keyof Warmth> = { recent: 'warm', cooled: 'known', stranger: 'cold' };
const DAY = 86_400_000;
/** The calendar on which the plan is made; any day will do. */
const FIRST_DAY = Date.UTC(2026, 0, 5);
const dateOf = (day: number) => new Date(FIRST_DAY + day * DAY);

/** `heedsWarnings: false` gives its reason for R10 and writes again to strangers who never answered. */
export function guarded({ heedsWarnings = true } = {}): Player {
  const parameters = planParameters();
  const caps = capsOfRules(heedsWarnings);
  const stages = { stopDays: parameters.pause.days, recoveryDays: parameters.recovery.days };
  let state = freeSince(dateOf(0));
  let sender: Sender | undefined;
  return {
    decide(world) {
      const now = dateOf(world.day);
      const quality = QUALITY[world.rating]!;
      state = nextStage(state, { quality, status: statusOf(world), accountState: '' }, now, stages);
      sender = {
        ...(sender ?? newSender(world)),
        ...standingOf(state, now, parameters.recovery.days),
        quality,
        limit: Number.isFinite(world.limit) ? world.limit : null,
      };
      const classes = willing(world, caps);
      const audience = { warm: size(classes.warm), known: size(classes.known), cold: size(classes.cold) };
      const firstDay = now.toISOString().slice(0, 10);
      const wave = planWaves({ firstDay, audience, sender, usedToday: 0, bulkToday: 0 }, parameters).waves[0];
      const today = wave?.day === firstDay && mayBulk(state.stage) ? wave : { warm: 0, known: 0, cold: 0 };
      return {
        sends: (['warm', 'known', 'cold'] as const).flatMap((one) => pick(classes[one], today[one])),
        spamminess: spamminessOf(TEXTS.decent),
        optOutOffered: offersWayOut(TEXTS.decent, []),
        honoursStop: true,
      };
    },
    learn(world, outcome) {
      // `reached` counts people, so only those for whom it was the first message.
      if (sender)
        sender = { ...afterDay(sender, outcome.started), reached: sender.reached + outcome.firstTime };
      if (world.template.disabled) world.renewTemplate();
    },
  };
}

/** What a business reads of its number. */
function statusOf({ standing }: BulkWorld): string {
  if (standing.banned) return 'BANNED';
  return standing.restrictedUntil === undefined ? 'CONNECTED' : 'RESTRICTED';
}

function standingOf(state: StageState, now: Date, recoveryDays: number) {
  const days = (until: Date | null) =>
    Math.max(0, Math.ceil(((until?.getTime() ?? 0) - now.getTime()) / DAY));
  const stoppedDays = days(state.stoppedUntil);
  return {
    stoppedDays,
    recoveryDays: state.recoveringUntil
      ? days(state.recoveringUntil)
      : stoppedDays && stoppedDays + recoveryDays,
    banned: !mayBulk(state.stage) && state.stage !== 'stopped',
    daysSinceLow: state.lastLowAt && Math.floor((now.getTime() - state.lastLowAt.getTime()) / DAY),
  };
}

function newSender(world: BulkWorld): Sender {
  return {
    sendDays: 0,
    daysSinceFirst: 0,
    busiestDay: 0,
    reached: 0,
    base: world.people.size,
    quality: 'high',
    daysSinceLow: null,
    stoppedDays: 0,
    recoveryDays: 0,
    banned: false,
    limit: null,
    declaredProven: false,
  };
}

function capsOfRules(heedsWarnings: boolean): Caps {
  const { days } = parametersOf('R11') as { days: number };
  const { perDay, perWeek } = parametersOf('R12') as { perDay: number; perWeek: number };
  const first = parametersOf('R10') as { days: number };
  return { perDay, perWeek, silenceDays: days, firstSilenceDays: heedsWarnings ? first.days : 0 };
}

/** By warmth, everybody whom the restraint does not hold back. */
function willing(world: BulkWorld, caps: Caps): Record<keyof Warmth, Group[]> {
  const classes: Record<keyof Warmth, Group[]> = { warm: [], known: [], cold: [] };
  const now = dateOf(world.day);
  for (const group of world.people.groups()) {
    const older = Number.isFinite(group.lastGotOn) && !group.gotOn.includes(group.lastGotOn);
    const messages = [...group.gotOn, ...(older ? [group.lastGotOn] : [])].map(dateOf);
    const lastInboundAt = Number.isFinite(group.wroteOn) ? dateOf(group.wroteOn) : null;
    if (holdOf({ messages, lastInboundAt }, caps, now)) continue;
    classes[CLASS[warmthOn(world.day, group)]].push(group);
  }
  return classes;
}

function pick(groups: Group[], people: number): Order['sends'] {
  let left = people;
  return groups.map((group) => {
    const mine = Math.min(left, group.people);
    left -= mine;
    return { group, people: mine };
  });
}

function size(groups: Group[]): number {
  return groups.reduce((all, { people }) => all + people, 0);
}
