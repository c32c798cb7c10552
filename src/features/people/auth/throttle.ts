// Slows down those who guess: tries are counted by account and by address.
import { addTry, forgetTries } from '#features/people/people-throttle.store.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import type { Services } from '#operations/services.ts';

type Limit = { tries: number; seconds: number };

/**
 * Tries allowed in a window that begins with the first one. One address guessing at one account is stopped early;
 * the account's own limit is wide, so that a stranger elsewhere cannot lock a person out, yet many addresses
 * together cannot guess for long.
 */
const LIMITS: Record<Guarded, { here: Limit; account: Limit; address: Limit }> = {
  sign_in: {
    here: { tries: 10, seconds: 900 },
    account: { tries: 60, seconds: 3600 },
    address: { tries: 100, seconds: 900 },
  },
  code: {
    here: { tries: 10, seconds: 900 },
    account: { tries: 60, seconds: 3600 },
    address: { tries: 100, seconds: 900 },
  },
  reset: {
    here: { tries: 5, seconds: 3600 },
    account: { tries: 10, seconds: 3600 },
    address: { tries: 30, seconds: 3600 },
  },
};

export type Guarded = 'sign_in' | 'code' | 'reset';

/**
 * Counts a try at `what` for `account` (an e-mail address, or whatever names it; '' when unknown) from `address`.
 * Throws `rate_limited` with the seconds to wait when a limit is passed.
 */
export async function guard(services: Services, what: Guarded, account: string, address: string) {
  const at = now();
  const limits = LIMITS[what];
  const keys = keysOf(services, what, account, address);
  const counted: [string, Limit][] = [[keys.address, limits.address]];
  if (account) counted.push([keys.account, limits.account], [keys.here, limits.here]);
  let wait = 0;
  for (const [key, limit] of counted) {
    const { tries, endsAt } = await addTry(services.db.kysely, key, limit.seconds, at);
    if (tries > limit.tries) wait = Math.max(wait, Math.ceil((endsAt.getTime() - at.getTime()) / 1000));
  }
  if (wait > 0)
    throw new AppError('rate_limited', `Too many tries. Wait ${inWords(wait)}, then try again.`, {
      retryAfterSeconds: wait,
    });
}

/** After a success the account's tries no longer count. */
export async function pardon(services: Services, what: Guarded, account: string, address: string) {
  const keys = keysOf(services, what, account, address);
  await forgetTries(services.db.kysely, [keys.here, keys.account]);
}

function keysOf(services: Services, what: Guarded, account: string, address: string) {
  const key = (...parts: string[]) => services.secrets.digest(['throttle', what, ...parts].join('\n'));
  return {
    here: key('here', account, address),
    account: key('account', account),
    address: key('address', address),
  };
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60 ? `${seconds} seconds` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
