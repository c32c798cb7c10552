// The server as the client reaches it: every request goes through one place, which names what went wrong.
import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { sleep } from '#kit/clock.ts';
import { VERSION } from '#kit/version.ts';
import { ErrorBody } from '#operations/operation.ts';
import { Refused, Unreachable } from './failures.ts';
import { type Io, remark } from './io.ts';

const API = '/api/v1';
/** How often a question is asked again after "too many requests", and the longest wait for one, seconds. */
const PATIENCE = 10;
const LONGEST_WAIT = 90;

export type Connection = { url: string; key: string };

export type Server = {
  url: string;
  /** Calls an operation by its place in the contract. */
  call(path: readonly [string, string], input: unknown, idempotencyKey?: string): Promise<unknown>;
  /** Sends a request below the API's address; its answer is never a refusal. */
  send(method: string, path: string, more?: RequestInit): Promise<Response>;
};

/** Throws Refused with the server's words, Unreachable when no answer of a Rondine came. */
export function connect(io: Io, { url, key }: Connection, contract: object): Server {
  const headers = { authorization: `Bearer ${key}`, 'user-agent': `rondine-cli/${VERSION}` };
  const link = new OpenAPILink<{ idempotencyKey?: string }>(contract as AnyContractRouter, {
    url: `${url}${API}`,
    headers: ({ context }) => ({
      ...headers,
      ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
    }),
    fetch: async (request) => {
      const answer = await ask(
        io,
        url,
        () => fetch(request.clone(), { redirect: 'manual', signal: io.signal }),
        request.method,
      );
      if (!isJson(answer)) throw new Unreachable(notRondine(url, answer));
      return answer;
    },
  });
  // biome-ignore lint/suspicious/noExplicitAny: operations are found by name
  const client = createORPCClient<any>(link);
  return {
    url,
    async call([group, name], input, idempotencyKey) {
      try {
        return await client[group][name](input, { context: { idempotencyKey }, signal: io.signal });
      } catch (error) {
        if (error instanceof Refused || error instanceof Unreachable || io.signal.aborted) throw error;
        throw new Unreachable(`The answer of ${url} broke off: ${reason(error)}.`);
      }
    },
    send: (method, path, more = {}) =>
      ask(
        io,
        url,
        () =>
          fetch(`${url}${API}${path}`, {
            ...more,
            method,
            headers: { ...headers, ...(more.headers as Record<string, string>) },
            redirect: 'manual',
            signal: io.signal,
          }),
        method,
      ),
  };
}

async function ask(io: Io, url: string, once: () => Promise<Response>, method: string): Promise<Response> {
  for (let tries = 1; ; tries++) {
    let answer: Response;
    try {
      answer = await once();
    } catch (error) {
      if (io.signal.aborted) throw error;
      const unsure =
        method === 'GET' ? '' : ' It is not known whether the server did it: look before you repeat it.';
      throw new Unreachable(`${url} cannot be reached: ${reason(error)}.${wasSent(error) ? unsure : ''}`);
    }
    if (answer.status >= 300 && answer.status < 400)
      throw new Unreachable(
        `${url} sends elsewhere, to ${answer.headers.get('location')}: log in with the address at which it answers.`,
      );
    if (answer.ok) return answer;
    const refused = await refusalOf(url, answer);
    const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
    const mayWait = answer.status === 429 && method === 'GET' && tries < PATIENCE && wait <= LONGEST_WAIT;
    if (!mayWait) throw refused;
    remark(io, `${refused.message} Waiting ${wait} s …`);
    await sleep(wait * 1000, io.signal);
    io.signal.throwIfAborted();
  }
}

async function refusalOf(url: string, answer: Response): Promise<Refused | Unreachable> {
  const text = await answer.text().catch(() => '');
  try {
    return new Refused(ErrorBody.parse(JSON.parse(text)), answer.status);
  } catch {
    return new Unreachable(notRondine(url, answer));
  }
}

export function notRondine(url: string, answer: Response): string {
  return `${url} answered ${answer.status}, but not as Rondine does: is the address right, and the server up?`;
}

const typeIs = (type: RegExp) => (answer: Response) => type.test(answer.headers.get('content-type') ?? '');
const isJson = typeIs(/^application\/json\b/);
export const isCsv = typeIs(/^text\/csv\b/);
/** Rondine gives no file away as a page that a browser would open. */
export const isPage = typeIs(/^text\/html\b/);

/** What an answer says that nobody has read yet. Throws Unreachable for what is not Rondine's, or breaks off. */
export async function jsonOf(url: string, answer: Response): Promise<unknown> {
  if (!isJson(answer)) throw new Unreachable(notRondine(url, answer));
  try {
    return await answer.json();
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new Unreachable(`The answer of ${url} broke off: ${reason(error)}.`);
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'it does not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_SOCKET: 'the connection was cut',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed (NODE_EXTRA_CA_CERTS names one to trust)',
};

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function codeOf(error: unknown): string | undefined {
  const { cause, code } = error as { cause?: { code?: string }; code?: string };
  return cause?.code ?? code;
}

export function reason(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code ?? ''] ?? code ?? (error instanceof Error ? error.message : String(error));
}

function wasSent(error: unknown): boolean {
  return !NEVER_SENT.has(codeOf(error) ?? '');
}
