// The sender that follows the guardian: its plan, its stages and its rules, by the very functions of the product.
import {
  afterDay,
  parametersOf,
  planParameters,
  planWaves,
  type Quality,
  type Sender,
  type Warmth,
} from '#features/guardian/guardian.ts';
import type { BulkWorld, DayOutcome, Order } from '../../simulator/bulk/bulk-world.ts';
import { type Group, warmthOn } from '../../simulator/bulk/population.ts';
import type { Warmth as Temper } from '../../simulator/reputation/odds.ts';
import { offersWayOut, spamminessOf } from '../../simulator/reputation/spamminess.ts';
import { type Player, TEXTS } from './sender.ts';

const QUALITY: Record<string, Quality> = { GREEN: 'high', YELLOW: 'medium', RED: 'low', UNKNOWN: 'unknown' };
const CLASS: Record<Temper, keyof Warmth> = { recent: 'warm', cooled: 'known', stranger: 'cold' };
const DAY = 86_400_000;
/** The calendar on which the plan is made; any day will do. */
const FIRST_DAY = Date.UTC(2026, 0, 5);

export function guarded(): Player {
  const parameters = planParameters();
  const silence = (parametersOf('R11') as { days: number }).days;
  let sender: Sender | undefined;
  return {
    decide(world) {
      sender ??= newSender(world);
      sender = see(world, sender);
      const classes = willing(world, silence);
      const firstDay = new Date(FIRST_DAY + world.day * DAY).toISOString().slice(0, 10);
      const audience = { warm: size(classes.warm), known: size(classes.known), cold: size(classes.cold) };
      const wave = planWaves({ firstDay, audience, sender, usedToday: 0, bulkToday: 0 }, parameters).waves[0];
      const today = wave?.day === firstDay ? wave : { warm: 0, known: 0, cold: 0 };
      return {
        sends: (['warm', 'known', 'cold'] as const).flatMap((one) => pick(classes[one], today[one])),
        spamminess: spamminessOf(TEXTS.decent),
        optOutOffered: offersWayOut(TEXTS.decent, []),
        honoursStop: true,
      };
    },
    learn(world, outcome) {
      if (sender) sender = remember(world, sender, outcome);
      if (world.template.disabled) world.renewTemplate();
    },
  };

  /** What is read from WhatsApp in the morning. */
  function see(world: BulkWorld, before: Sender): Sender {
    const quality = QUALITY[world.rating]!;
    const low = quality === 'low';
    const fresh = low && before.stoppedDays === 0;
    return {
      ...before,
      quality,
      limit: Number.isFinite(world.limit) ? world.limit : null,
      banned: world.standing.banned || !world.mayStart,
      daysSinceLow: low ? 0 : before.daysSinceLow,
      ...(fresh && {
        stoppedDays: parameters.pause.days,
        recoveryDays: parameters.pause.days + parameters.recovery.days,
      }),
    };
  }
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

/** `reached` counts people, so only those for whom it was the first message. */
function remember(_world: BulkWorld, sender: Sender, outcome: DayOutcome): Sender {
  return { ...afterDay(sender, outcome.started), reached: sender.reached + outcome.firstTime };
}

/** R10 and R11: who did not answer is left in peace, a stranger until they write, the others for the days of silence. */
function willing(world: BulkWorld, silence: number): Record<keyof Warmth, Group[]> {
  const classes: Record<keyof Warmth, Group[]> = { warm: [], known: [], cold: [] };
  for (const group of world.people.groups()) {
    const warmth = warmthOn(world.day, group);
    if (group.saidStop || (group.unanswered > 0 && warmth === 'stranger')) continue;
    if (group.lastGotOn > world.day - silence) continue;
    classes[CLASS[warmth]].push(group);
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
