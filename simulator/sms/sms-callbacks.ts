// Posts what happens to an SMS to the address that wants to know, signed, and repeats until it says 2xx.

import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { Sms } from '../world/sms-desk.ts';
import type { World } from '../world/world.ts';

const RETRY_AFTER_MS = [1_000, 5_000, 30_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000];

/** The value of X-Sms-Signature: HMAC-SHA-256 of the exact bytes, with the account's secret. */
export function smsSignature(bytes: Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
}

/** Tells the present status of an SMS. */
export function tellSmsStatus(world: World, sms: Sms, at: number): void {
  post(world, sms, {
    event: 'sms.status',
    id: sms.id,
    reference: sms.reference ?? null,
    to: sms.to,
    status: sms.status,
    error: sms.error ?? null,
    parts: sms.parts,
    at: new Date(at).toISOString(),
  });
}

/** Tells that the recipient of an SMS wrote back. */
export function tellSmsAnswer(world: World, sms: Sms, text: string, at: number): void {
  post(world, sms, {
    event: 'sms.received',
    id: `${sms.id}_answer`,
    from: sms.to,
    to: sms.from ?? null,
    text,
    at: new Date(at).toISOString(),
  });
}

function post(world: World, sms: Sms, payload: Record<string, unknown>): void {
  const account = world.sms.account(sms.token);
  const url = sms.callbackUrl ?? account?.callbackUrl;
  if (!account || !url) return;
  const body = Buffer.from(JSON.stringify(payload));
  void deliver(world, url, body, smsSignature(body, account.secret), 0);
}

async function deliver(
  world: World,
  url: string,
  body: Buffer,
  signature: string,
  attempt: number,
): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-sms-signature': signature,
    'x-sms-attempt': String(attempt + 1),
  };
  try {
    const timeout = world.settings.webhooks.timeoutMs;
    const answer = await request(url, {
      method: 'POST',
      headers,
      body,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    await answer.body.dump();
    if (answer.statusCode >= 200 && answer.statusCode < 300) return;
  } catch {
    // Not reached: the same as not accepted.
  }
  const wait = RETRY_AFTER_MS[attempt];
  if (wait === undefined) return;
  world.schedule.after(wait / (world.settings.webhooks.retrySpeed || 1), () => {
    void deliver(world, url, body, signature, attempt + 1);
  });
}
