// Fetches the picture of an advertisement from the web, guarded, and keeps its bytes if they can be shown.
import { dropBytes, type StoredFile, takeBytes } from '#features/files/files.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { type SafeFetchAnswer, safeFetch } from '#kit/safe-fetch.ts';
import type { Services } from '#operations/services.ts';
import type { PictureFailure } from './ad-pictures.store.ts';
import { LARGEST, mayBeShown } from './media-kinds.ts';

const MOST_HOPS = 3;
const WITHIN_MS = 30_000;
/** What WhatsApp's stores answer about an address whose time is over. */
const GONE = new Set([401, 403, 404, 410]);

export type FetchedPicture = { file: StoredFile } | { failure: PictureFailure };

/** Tries the addresses in turn; the answer of the last tells why there is none. Never throws for what the web does. */
export async function fetchPicture(
  services: Services,
  workspaceId: string,
  addresses: readonly string[],
): Promise<FetchedPicture> {
  let fetched: FetchedPicture = { failure: 'unusable' };
  for (const address of addresses) {
    fetched = await fetchOne(services, workspaceId, address);
    if ('file' in fetched) return fetched;
  }
  return fetched;
}

async function fetchOne(services: Services, workspaceId: string, address: string): Promise<FetchedPicture> {
  let answer: SafeFetchAnswer;
  try {
    answer = await follow(address, services.simulator ? [services.simulator.host] : []);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { failure: error.code === 'fetch_failed' ? 'unreachable' : 'unusable' };
  }
  if (GONE.has(answer.status)) return { failure: 'gone' };
  if (answer.status !== 200) return { failure: 'unreachable' };
  const file = await takeBytes(
    services,
    workspaceId,
    { bytes: answer.body, name: 'ad', purpose: 'message_ad', maxBytes: LARGEST.video },
    now(),
  );
  if (/^(image|video)\//.test(file.mimeType) && mayBeShown(file.mimeType)) return { file };
  await dropBytes(services, workspaceId, file.id);
  return { failure: 'unusable' };
}

/** Each hop is guarded like the first. */
async function follow(address: string, allowHosts: readonly string[]): Promise<SafeFetchAnswer> {
  let url = address;
  for (let hop = 0; ; hop += 1) {
    const answer = await safeFetch(url, { allowHosts, maxBytes: LARGEST.video, timeoutMs: WITHIN_MS });
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || !location || hop === MOST_HOPS) return answer;
    url = new URL(location, url).href;
  }
}
