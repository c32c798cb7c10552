// Sends one push to one device: encrypted for it, signed by the installation, through the guarded client.
import webPush from 'web-push';
import { AppError } from '#kit/errors.ts';
import { logger } from '#kit/log.ts';
import { safeFetch } from '#kit/safe-fetch.ts';
import type { Services } from '#operations/services.ts';
import type { DeviceAddress } from './device-address.ts';
import { vapidKeys } from './vapid.ts';

const log = logger('push');
/** A push that the device could not take by then is of no use any more, seconds. */
const TTL_S = 12 * 3_600;
const MOST_BYTES = 3_000;

/** What the service worker shows. */
export type PushMessage = {
  title: string;
  body: string;
  /** A later one with the same tag takes its place. */
  tag: string;
  /** Path in the product that a tap opens. */
  path: string;
  workspaceId: string | null;
  /** Unread notifications, for the app's badge. */
  unread: number | null;
};

/** `gone`: the device takes no more pushes, forget it. `later`: its service is away or busy, try again. */
export type PushOutcome = 'sent' | 'gone' | 'later' | 'refused';

export async function sendPush(
  services: Pick<Services, 'db' | 'secrets' | 'publicUrl' | 'simulator'>,
  address: DeviceAddress,
  message: PushMessage,
  urgent: boolean,
): Promise<PushOutcome> {
  const keys = await vapidKeys(services);
  const request = webPush.generateRequestDetails(address, payloadOf(message), {
    vapidDetails: { subject: subjectOf(services.publicUrl), ...keys },
    TTL: TTL_S,
    urgency: urgent ? 'high' : 'normal',
    contentEncoding: 'aes128gcm',
  });
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  try {
    const { status } = await safeFetch(request.endpoint, {
      method: 'POST',
      headers,
      body: request.body,
      allowHosts: services.simulator ? [services.simulator.host] : [],
      maxBytes: 100_000,
    });
    return outcomeOf(status);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // An address into a private network is refused for good; one that cannot be reached may come back.
    return error.code === 'fetch_failed' ? 'later' : 'gone';
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'sent';
  // 401 and 403: the subscription was made with other keys than ours.
  if ([401, 403, 404, 410].includes(status)) return 'gone';
  if (status === 429 || status >= 500) return 'later';
  log.warn({ status }, 'a push service refused a push');
  return 'refused';
}

/** Push services take 4096 bytes; the body gives way. */
function payloadOf(message: PushMessage): string {
  let body = message.body;
  for (;;) {
    const text = JSON.stringify({ ...message, body });
    if (Buffer.byteLength(text) <= MOST_BYTES || body === '') return text;
    body = body.slice(0, Math.floor(body.length / 2));
  }
}

/** Push services want to know whom to write to; they take no plain-http address. */
function subjectOf(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? publicUrl : 'mailto:rondine@localhost';
}
