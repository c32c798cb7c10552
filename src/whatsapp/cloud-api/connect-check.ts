// Checks the keys of a number before it is connected, and names each problem at its field.

import { type NumberStatus, ProviderError, type TokenInspection } from '#whatsapp/port.ts';
import { type Calls, callsOf } from './calls.ts';
import { createGraphClient, type GraphClient, type GraphSettings } from './client.ts';
import { NUMBER_AND_HEALTH_FIELDS, readNumberStatus } from './read-number-status.ts';
import { readTokenInspection } from './read-token.ts';
import { AnyObject, DebugTokenAnswer } from './wire.ts';

export type ConnectKeys = {
  token: string;
  wabaId: string;
  phoneNumberId: string;
  appSecret?: string;
  /** Found by the token where the provider tells. */
  appId?: string;
};

export type ConnectProblem = {
  code:
    | 'token_missing'
    | 'token_invalid'
    | 'token_expired'
    | 'scope_missing'
    | 'waba_unreachable'
    | 'number_unreachable'
    | 'number_not_in_waba'
    | 'number_not_verified'
    | 'number_not_registered'
    | 'app_secret_wrong'
    | 'provider_unreachable';
  field: keyof ConnectKeys;
  message: string;
  /** Whether the number can be connected all the same and the rest be done afterwards. */
  blocking: boolean;
};

export type ConnectReport = {
  problems: ConnectProblem[];
  number?: NumberStatus;
  appId?: string;
  wabaName?: string;
  /** When the token ends; absent when it does not. */
  tokenExpiresAt?: Date;
};

const SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** Never throws for what the provider says; asks it four or five times. */
export async function checkConnection(
  keys: ConnectKeys,
  settings: GraphSettings = {},
): Promise<ConnectReport> {
  const client = createGraphClient(settings);
  try {
    return await check(client, keys);
  } finally {
    await client.close();
  }
}

async function check(client: GraphClient, keys: ConnectKeys): Promise<ConnectReport> {
  if (keys.token.trim() === '')
    return { problems: [problem('token_missing', 'token', 'Paste the access token.')] };
  const calls = callsOf(client, keys);
  const token = await checkToken(calls, keys.token);
  if (token.problems.some((found) => found.blocking && found.code !== 'scope_missing')) return token;
  const appId = keys.appId ?? token.appId;
  const [waba, number, secret] = await Promise.all([
    checkWaba(calls, keys),
    checkNumber(calls, keys),
    checkSecret(calls, keys, appId),
  ]);
  return {
    ...token,
    ...waba,
    ...number,
    ...(appId ? { appId } : {}),
    problems: [...token.problems, ...waba.problems, ...number.problems, ...secret],
  };
}

function problem(
  code: ConnectProblem['code'],
  field: ConnectProblem['field'],
  message: string,
  blocking = true,
): ConnectProblem {
  return { code, field, message, blocking };
}

/** The provider's failure where it refused; anything else is a fault of ours and goes on. */
function failureOf(error: unknown) {
  if (error instanceof ProviderError) return error.failure;
  throw error;
}

async function checkToken(calls: Calls, token: string): Promise<ConnectReport> {
  let seen: TokenInspection;
  try {
    seen = readTokenInspection(
      await calls.ask(DebugTokenAnswer, {
        method: 'GET',
        path: 'debug_token',
        query: { input_token: token },
      }),
    );
  } catch (error) {
    const { kind, detail } = failureOf(error);
    if (kind === 'provider_unreachable')
      return {
        problems: [problem('provider_unreachable', 'token', 'WhatsApp cannot be reached: try again.')],
      };
    if (kind === 'token_invalid') return { problems: [tokenProblem(detail)] };
    // The inspection itself may need a right that the token lacks: the next questions tell.
    return { problems: [] };
  }
  if (!seen.valid) return { problems: [tokenProblem(seen.problem)] };
  const missing = SCOPES.filter((scope) => !seen.scopes.includes(scope));
  return {
    problems: missing.map((scope) =>
      problem('scope_missing', 'token', `The token lacks the permission ${scope}: make a token that has it.`),
    ),
    ...(seen.appId ? { appId: seen.appId } : {}),
    ...(seen.expiresAt ? { tokenExpiresAt: seen.expiresAt } : {}),
  };
}

function tokenProblem(words: string | undefined): ConnectProblem {
  return /expire/i.test(words ?? '')
    ? problem('token_expired', 'token', 'The token has expired: make a new one, best of a system user.')
    : problem('token_invalid', 'token', 'WhatsApp does not accept the token: copy the whole of it again.');
}

async function checkWaba(calls: Calls, { wabaId, phoneNumberId }: ConnectKeys): Promise<ConnectReport> {
  if (!/^\w+$/.test(wabaId))
    return { problems: [problem('waba_unreachable', 'wabaId', 'The account id is digits only.')] };
  try {
    const waba = await calls.ask(AnyObject, { method: 'GET', path: wabaId, query: { fields: 'id,name' } });
    for await (const number of calls.pages(`${wabaId}/phone_numbers`, { fields: 'id' })) {
      if (String(number.id) === phoneNumberId)
        return { problems: [], ...(typeof waba.name === 'string' ? { wabaName: waba.name } : {}) };
    }
  } catch (error) {
    failureOf(error);
    const message = 'The token does not reach this account: check its id and give the token access to it.';
    return { problems: [problem('waba_unreachable', 'wabaId', message)] };
  }
  const message = 'This number is not one of the account’s: choose one of its numbers.';
  return { problems: [problem('number_not_in_waba', 'phoneNumberId', message)] };
}

async function checkNumber(calls: Calls, { phoneNumberId }: ConnectKeys): Promise<ConnectReport> {
  const field = 'phoneNumberId';
  const unreachable = 'The token does not reach this number: check its id (not the phone number itself).';
  if (!/^\w+$/.test(phoneNumberId))
    return { problems: [problem('number_unreachable', field, 'The number’s id is digits only.')] };
  try {
    const query = { fields: NUMBER_AND_HEALTH_FIELDS };
    const raw = await calls.ask(AnyObject, { method: 'GET', path: phoneNumberId, query });
    if (!('display_phone_number' in raw))
      return { problems: [problem('number_unreachable', field, unreachable)] };
    const number = readNumberStatus(raw);
    const problems: ConnectProblem[] = [];
    if (!number.verified && !number.registered)
      problems.push(
        problem('number_not_verified', field, 'Verify the number by text message or call first.', false),
      );
    if (!number.registered)
      problems.push(
        problem('number_not_registered', field, 'The number is not registered: register it.', false),
      );
    return { problems, number };
  } catch (error) {
    failureOf(error);
    return { problems: [problem('number_unreachable', field, unreachable)] };
  }
}

/** An app token is made of the secret: the provider takes it only when the secret is right. */
async function checkSecret(
  calls: Calls,
  { token, appSecret }: ConnectKeys,
  appId: string | undefined,
): Promise<ConnectProblem[]> {
  if (!appSecret || !appId) return [];
  try {
    const asApp = `${appId}|${appSecret}`;
    await calls.ask(AnyObject, {
      method: 'GET',
      path: 'debug_token',
      query: { input_token: token },
      token: asApp,
    });
    return [];
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind === 'provider_unreachable' || kind === 'provider_fault') return [];
    const message = 'The app secret is not that of the token’s app: without it no webhook can be trusted.';
    return [problem('app_secret_wrong', 'appSecret', message)];
  }
}
