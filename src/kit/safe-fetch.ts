// The guarded HTTP client for addresses that users give: never reaches this machine or the private network.
import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, request } from 'undici';
import { AppError } from '#kit/errors.ts';

export type SafeFetchOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Whole call, milliseconds. */
  timeoutMs?: number;
  /** Largest answer read, bytes. */
  maxBytes?: number;
  /** Hosts (`127.0.0.1:4010`) that the installation itself allows, e.g. its simulator. */
  allowHosts?: readonly string[];
};

export type SafeFetchAnswer = { status: number; headers: Record<string, string>; body: Buffer };

/** Refusals have the codes `url_invalid`, `url_forbidden`, `fetch_failed`, `answer_too_large`. Redirects are not followed. */
export async function safeFetch(address: string, options: SafeFetchOptions = {}): Promise<SafeFetchAnswer> {
  const url = parseAddress(address);
  const allowed = options.allowHosts?.includes(url.host) ?? false;
  const pinned = await resolvePublic(url.hostname, allowed);
  const agent = new Agent({
    connect: {
      timeout: 5_000,
      // The address that was checked is the one that is dialled: a second DNS answer cannot differ.
      lookup: (_host, _opts, done) => done(null, [{ address: pinned.address, family: pinned.family }]),
    },
  });
  try {
    const answer = await request(url, {
      dispatcher: agent as unknown as Dispatcher,
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
      body: options.body ?? null,
      signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
    });
    const body = await readAtMost(answer.body, options.maxBytes ?? 1_000_000);
    const headers = Object.fromEntries(Object.entries(answer.headers).map(([k, v]) => [k, String(v)]));
    return { status: answer.statusCode, headers, body };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('fetch_failed', 'The address could not be reached.', { status: 502, cause: error });
  } finally {
    void agent.destroy();
  }
}

function parseAddress(address: string): URL {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new AppError('url_invalid', 'This is not a web address.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new AppError('url_invalid', 'Only http and https addresses can be called.');
  if (url.username || url.password)
    throw new AppError('url_invalid', 'Put credentials in a header, not in the address.');
  return url;
}

async function resolvePublic(
  hostname: string,
  allowed: boolean,
): Promise<{ address: string; family: number }> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const answers = ipaddr.isValid(bare)
    ? [{ address: bare, family: bare.includes(':') ? 6 : 4 }]
    : await lookup(bare, { all: true }).catch(() => []);
  const first = answers[0];
  if (!first) throw new AppError('fetch_failed', 'The host of this address does not exist.', { status: 502 });
  if (!allowed && answers.some((a) => ipaddr.process(a.address).range() !== 'unicast'))
    throw new AppError('url_forbidden', 'This address points into a private network, which is not allowed.');
  return first;
}

async function readAtMost(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes)
      throw new AppError('answer_too_large', 'The answer is larger than allowed.', { status: 502 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
