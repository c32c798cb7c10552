// The fate of a template where people judge: who they are to the business, the text, and how often they hear from it.

import { createHash } from 'node:crypto';
import { type Approach, kindOf, oddsOf, warmthOf, withheldShare } from '../reputation/odds.ts';
import { offersWayOut, spamminessOf } from '../reputation/spamminess.ts';
import type { Fate } from './fate.ts';
import type { Behaviour } from './magic.ts';
import type { Message } from './messages.ts';
import { buttonsOf, component, type Template, type TemplateComponent } from './templates.ts';
import type { Thread } from './threads.ts';
import { windowIsOpen } from './threads.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Decides by one throw of the dice what the person does; remembers in the thread that they got it. */
export function judgedFate(world: World, message: Message, now: number): Fate {
  const { settings, dice } = world;
  const { rates } = settings;
  const { thread, customer } = message;
  const fail = (failCode: number): Fate => ({ failCode, delivered: false, read: false });
  const approach = approachTo(world, message, now);
  if (approach.kind === 'marketing' && !windowIsOpen(thread, now)) {
    if (inExperiment(customer.waId, settings.people.experiment)) return fail(130472);
    if (now < (thread.sparedUntil ?? 0)) return fail(131049);
    if (dice.happens(withheldShare(rates.withheld, approach))) {
      thread.sparedUntil = now + DAY;
      return fail(131049);
    }
  }
  if (dice.happens(rates.failed)) return fail(131026);
  if (dice.happens(rates.undelivered)) return { delivered: false, read: false };
  thread.gotAt.push(now);
  thread.unanswered++;
  const odds = oddsOf(rates, approach);
  const reaction = reactionOf(dice.roll(), odds, () => dice.happens(0.5));
  const read =
    reaction !== undefined || dice.happens(customer.muted.has(message.phoneId) ? odds.read / 3 : odds.read);
  return { delivered: true, read, reaction };
}

function reactionOf(
  roll: number,
  odds: ReturnType<typeof oddsOf>,
  orElse: () => boolean,
): Behaviour | undefined {
  let left = roll;
  const within = (share: number) => {
    left -= share;
    return left < 0;
  };
  if (within(odds.blocked)) return 'block';
  if (within(odds.reported)) return 'report';
  if (within(odds.optedOut)) return orElse() ? 'write-stop' : 'stop-marketing';
  if (within(odds.replied)) return orElse() ? 'reply' : 'tap-first-button';
  return within(odds.muted) ? 'mute' : undefined;
}

function approachTo(world: World, { thread, template }: Message, now: number): Approach {
  const { spamminess, optOutOffered } = wordsOfTemplate(world.templates.find(template!.id));
  return {
    warmth: warmthOf(thread.lastInboundAt, now),
    spamminess,
    lastWeek: gotWithin(thread, now),
    unanswered: thread.unanswered,
    optOutOffered,
    kind: kindOf(template!.category),
  };
}

function gotWithin(thread: Thread, now: number): number {
  while (thread.gotAt.length > 0 && thread.gotAt[0]! <= now - WEEK) thread.gotAt.shift();
  return thread.gotAt.length;
}

/** Always the same people, about `share` of all. */
function inExperiment(waId: string, share: number): boolean {
  if (share <= 0) return false;
  return createHash('md5').update(`experiment ${waId}`).digest().readUInt32BE(0) / 2 ** 32 < share;
}

interface Words {
  spamminess: number;
  optOutOffered: boolean;
}

const known = new WeakMap<TemplateComponent[], Words>();

/** Judged once per text: an edit replaces the components. */
function wordsOfTemplate(template: Template | undefined): Words {
  if (!template) return { spamminess: 0.2, optOutOffered: false };
  let words = known.get(template.components);
  if (!words) {
    const text = ['HEADER', 'BODY', 'FOOTER'].map((type) => component(template, type)?.text ?? '').join('\n');
    const buttons = buttonsOf(template).map((button) => button.text ?? '');
    words = { spamminess: spamminessOf(text), optOutOffered: offersWayOut(text, buttons) };
    known.set(template.components, words);
  }
  return words;
}
