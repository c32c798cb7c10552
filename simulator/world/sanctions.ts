// Tells and carries out what the watch decided: quality and limit webhooks, restrictions, bans.

import { limitOf } from '../reputation/messaging-limit.ts';
import type { Sanction } from '../reputation/standing.ts';
import type { Phone, Waba } from './businesses.ts';
import type { World } from './world.ts';

/** The number's new rating, as phone_number_quality_update says it; the rating itself is read by GET. */
export function tellQuality(world: World, phone: Phone, at: number): void {
  tellPhone(world, phone, { event: phone.qualityRating === 'RED' ? 'FLAGGED' : 'UNFLAGGED' }, at);
}

export function tellThroughput(world: World, phone: Phone, at: number): void {
  tellPhone(world, phone, { event: 'THROUGHPUT_UPGRADE' }, at);
}

export function tellLimit(world: World, phone: Phone, before: string, after: string, at: number): void {
  tellPhone(world, phone, { event: 'UPGRADE', old_limit: before, current_limit: after }, at);
  const most = limitOf(after);
  world.webhooks.aboutAccount(
    world.businesses.wabaOf(phone),
    'business_capability_update',
    {
      max_daily_conversations_per_business: Number.isFinite(most) ? most : -1,
      max_phone_numbers_per_business: 25,
    },
    at,
  );
}

function tellPhone(world: World, phone: Phone, what: Record<string, string>, at: number): void {
  world.webhooks.aboutAccount(
    world.businesses.wabaOf(phone),
    'phone_number_quality_update',
    {
      display_phone_number: phone.displayNumber.replace(/\D/g, ''),
      ...what,
      max_daily_conversations_per_business: world.businesses.portfolioOf(phone).messagingLimit,
    },
    at,
  );
}

/** Changes the numbers of the account and tells account_update. */
export function carryOut(world: World, waba: Waba, sanction: Sanction, at: number): void {
  const tell = (value: Record<string, unknown>) =>
    world.webhooks.aboutAccount(waba, 'account_update', value, at);
  const turn = (from: string, to: string) => {
    for (const id of waba.phoneIds) {
      const phone = world.businesses.phones.get(id)!;
      if (phone.status === from) phone.status = to;
    }
  };
  world.tell(at, waba.name, SAID[sanction]);
  if (sanction === 'violation')
    tell({ event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } });
  else if (sanction === 'free-again') turn('RESTRICTED', 'CONNECTED');
  else if (sanction === 'ban-scheduled') tell(ban('SCHEDULE_FOR_DISABLE', waba.standing.banAt!));
  else if (sanction === 'restricted') {
    turn('CONNECTED', 'RESTRICTED');
    const expiration = Math.floor(waba.standing.restrictedUntil! / 1000);
    const restriction_info = [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }];
    tell({ event: 'ACCOUNT_RESTRICTION', restriction_info });
  } else {
    turn('RESTRICTED', 'BANNED');
    turn('CONNECTED', 'BANNED');
    tell(ban('DISABLE', at));
  }
}

const SAID: Record<Sanction, string> = {
  violation: 'violation: too many people block or report',
  restricted: 'may only answer for a while',
  'free-again': 'may start conversations again',
  'ban-scheduled': 'will be closed tomorrow',
  banned: 'closed',
};

function ban(state: string, at: number): Record<string, unknown> {
  const date = new Date(at).toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state, waba_ban_date: date } };
}
