// The SMS provider from outside: its accounts, what was sent, and its numbers with a fixed fate.

import { smsFates } from '../sms/sms-magic.ts';
import { defaultSmsAccount, type SmsAccount } from '../world/sms-desk.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';

export function controlSms(add: AddRoute, world: World): void {
  const shown = (account: SmsAccount) => ({
    url: `${world.url}/_sms`,
    token: account.token,
    secret: account.secret,
    callback_url: account.callbackUrl ?? null,
  });
  add('GET', '/sms', 'SMS that were sent, newest last, with their status.', () => world.sms.sent.list());
  add('GET', '/sms/magic', 'Numbers with a fixed fate for SMS.', () =>
    Object.entries(smsFates).map(([ending, { meaning }]) => ({ ending, meaning })),
  );
  add(
    'GET',
    '/sms/account',
    'Address, token and secret of the SMS account that is there from the start.',
    () => shown(world.sms.account(defaultSmsAccount.token)!),
  );
  add(
    'POST',
    '/sms/accounts',
    'Another SMS account, or a change: {"token"?,"secret"?,"callback_url"?}.',
    ({ body }) => {
      const { token, secret, callback_url: callbackUrl } = body as Record<string, string | undefined>;
      if (callbackUrl !== undefined && !URL.canParse(callbackUrl))
        throw new BadWish('callback_url must be a web address.');
      const known = world.sms.account(token);
      return shown(
        world.sms.addAccount({ ...known, ...(token && { token }), ...(secret && { secret }), callbackUrl }),
      );
    },
  );
}
