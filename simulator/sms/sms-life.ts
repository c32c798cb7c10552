// What becomes of an SMS that was taken: sent, then delivered or failed, each told by receipt.

import type { Spread } from '../world/settings.ts';
import type { Sms, SmsStatus } from '../world/sms-desk.ts';
import type { World } from '../world/world.ts';
import { tellSmsAnswer, tellSmsStatus } from './sms-callbacks.ts';
import { type SmsFate, smsFateOf } from './sms-magic.ts';

const UNLUCKY = { code: 'undeliverable', message: 'The message could not be delivered.' };

export function carrySms(world: World, sms: Sms): void {
  const { sms: rules } = world.settings;
  const fate: SmsFate = smsFateOf(sms.to) ?? {
    meaning: '',
    failed: world.dice.happens(rules.failed) ? UNLUCKY : undefined,
  };
  later(world, rules.sentMs, (at) => {
    become(world, sms, 'sent', at, fate);
    if (fate.silent) return;
    const wait = fate.failed?.afterMs;
    later(world, wait === undefined ? rules.deliveredMs : [wait, wait], (then) => {
      if (fate.failed) sms.error = { code: fate.failed.code, message: fate.failed.message };
      become(world, sms, fate.failed ? 'failed' : 'delivered', then, fate);
      if (fate.answers) tellSmsAnswer(world, sms, fate.answers, then);
    });
  });
}

function become(world: World, sms: Sms, status: SmsStatus, at: number, fate: SmsFate): void {
  sms.status = status;
  for (let times = fate.twice ? 2 : 1; times > 0; times--) tellSmsStatus(world, sms, at);
  world.feed.tell({ kind: 'mail' });
}

function later(world: World, spread: Spread, run: (at: number) => void): void {
  world.schedule.after(world.dice.within(spread) / (world.settings.speed || 1), run);
}
