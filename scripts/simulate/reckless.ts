// Two senders without a guard: one that shouts at everybody every day, one that is decent but in a hurry.
import type { BulkWorld, Order } from '../../simulator/bulk/bulk-world.ts';
import { offersWayOut, spamminessOf } from '../../simulator/reputation/spamminess.ts';
import { type Player, TEXTS } from './sender.ts';

/** The whole list every day, as far as the limit goes, in no order; STOP is ignored, a paused text gets a new name. */
export function reckless(): Player {
  return {
    decide: (world) => everybody(world, world.limit, TEXTS.loud, false),
    learn(world) {
      if (world.template.disabled || world.template.pausedParts > 0) world.renewTemplate();
    },
  };
}

/** A decent text with a way out that is honoured, to everybody at once, every week, with no eye on quality. */
export function hasty(): Player {
  let left = 0;
  return {
    decide(world) {
      if (world.day % 7 === 0) left = world.people.size;
      const order = everybody(world, Math.min(left, world.limit), TEXTS.decent, true);
      return order;
    },
    learn(world, outcome) {
      left = Math.max(0, left - outcome.started);
      if (world.template.disabled) world.renewTemplate();
    },
  };
}

/** The same part of every group: no order at all, but nobody twice within the present round. */
function everybody(world: BulkWorld, most: number, text: string, polite: boolean): Order {
  const since = polite ? world.day - (world.day % 7) : Number.POSITIVE_INFINITY;
  const groups = world.people.groups().filter(({ lastGotOn }) => lastGotOn < since);
  const size = groups.reduce((all, { people }) => all + people, 0);
  const part = size === 0 ? 0 : Math.min(1, most / size);
  return {
    sends: groups.map((group) => ({ group, people: Math.ceil(group.people * part) })),
    spamminess: spamminessOf(text),
    optOutOffered: offersWayOut(text, []),
    honoursStop: polite,
  };
}
