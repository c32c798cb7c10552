// Any SMS provider that takes a POST: the fields of its request are a setting.
import { AppError } from '#kit/errors.ts';
import { safeFetch } from '#kit/safe-fetch.ts';
import type { OutgoingSms, SmsOutcome, SmsProvider } from './port.ts';

export type HttpProviderSettings = {
  url: string;
  /** Sent as `Authorization: Bearer`; null: none. */
  token: string | null;
  /** Name or number that the SMS comes from; may be empty. */
  sender: string;
  format: 'json' | 'form';
  /** Fields of the request by name; %%TO%%, %%TEXT%%, %%FROM%%, %%REFERENCE%% and %%CALLBACK%% are filled in. */
  body: Record<string, string>;
  /** Where the answer holds the provider's id, e.g. `id` or `messages.0.id`. */
  idPath: string;
};

const MINUTE = 60_000;
/** Credentials or credit: the next SMS would be refused as well. */
const OUR_FAULT = new Set([401, 402, 403]);

/** `allowHosts`: local hosts that may be called all the same, such as the simulator's. */
export function httpProvider(settings: HttpProviderSettings, allowHosts: readonly string[]): SmsProvider {
  return {
    async send(sms) {
      const { headers, body } = requestOf(settings, sms);
      try {
        const answer = await safeFetch(settings.url, {
          method: 'POST',
          headers,
          body,
          allowHosts,
          timeoutMs: 15_000,
        });
        return outcomeOf(answer, settings.idPath);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // Addresses that are refused were not called.
        if (error.code !== 'fetch_failed' && error.code !== 'answer_too_large')
          return { outcome: 'later', afterMs: 10 * MINUTE, text: error.message, all: true };
        return { outcome: 'uncertain', text: error.message };
      }
    },
  };
}

function requestOf(settings: HttpProviderSettings, sms: OutgoingSms) {
  const values: Record<string, string> = {
    TO: sms.to,
    TEXT: sms.text,
    FROM: settings.sender,
    REFERENCE: sms.reference,
    CALLBACK: sms.callbackUrl,
  };
  const fill = (value: string) => value.replace(/%%([A-Z]+)%%/g, (_all, code: string) => values[code] ?? '');
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(settings.body)) {
    const filled = fill(value);
    // What is empty is not said: many providers refuse an empty sender.
    if (filled !== '') fields[name] = filled;
  }
  const isJson = settings.format === 'json';
  return {
    headers: {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'idempotency-key': sms.reference,
      ...(settings.token ? { authorization: `Bearer ${settings.token}` } : {}),
    },
    body: isJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  };
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

function outcomeOf({ status, headers, body }: Answer, idPath: string): SmsOutcome {
  const said = parsed(body);
  if (status >= 200 && status < 300) return { outcome: 'accepted', providerId: textAt(said, idPath) };
  const text =
    textAt(said, 'error.message') ?? textAt(said, 'message') ?? `The SMS provider answered ${status}.`;
  const retryAfter = Number(headers['retry-after']) * 1_000;
  if (OUR_FAULT.has(status)) return { outcome: 'later', afterMs: 5 * MINUTE, text, all: true };
  if (status === 429 || status === 503)
    return {
      outcome: 'later',
      afterMs: retryAfter > 0 ? Math.min(retryAfter, 60 * MINUTE) : 10_000,
      text,
      all: false,
    };
  if (status >= 500) return { outcome: 'uncertain', text };
  return { outcome: 'refused', text };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** The text or number at a dotted path; null when there is none. */
export function textAt(value: unknown, path: string): string | null {
  let here = value;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return null;
    here = (here as Record<string, unknown>)[name];
  }
  return typeof here === 'string' || typeof here === 'number' ? String(here) : null;
}
