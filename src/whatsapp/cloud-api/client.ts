// The HTTP side of the Graph API: connections kept open, answers and errors read alike whatever their status.

import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type Dispatcher, type FormData, Pool } from 'undici';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import { plainFailure, readFailure } from './failures.ts';
import { readJson } from './read-json.ts';
import { waitFromHeaders } from './usage.ts';
import { ErrorEnvelope } from './wire.ts';

export type GraphSettings = {
  /** Default `https://graph.facebook.com`. */
  baseUrl?: string;
  /** Default `v26.0`. */
  version?: string;
  /** Open connections per host, default 64. */
  connections?: number;
  /** Default 5 000. */
  connectTimeoutMs?: number;
  /** From request to first byte, and between bytes, of the answer; default 30 000. */
  answerTimeoutMs?: number;
};

export type GraphRequest = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the version, without a leading slash; may hold its own query. */
  path: string;
  token: string;
  query?: Readonly<Record<string, string | number | undefined>>;
  /** JSON. */
  body?: object;
  form?: FormData;
  bytes?: Uint8Array;
  headers?: Readonly<Record<string, string>>;
};

/** `unreachable` never left this machine; `lost` left, and what became of it is not known. */
export type GraphReply =
  | { result: 'answer'; body: unknown }
  | { result: 'refused'; failure: Failure }
  | { result: 'unreachable'; failure: Failure }
  | { result: 'lost'; failure: Failure };

export type GraphFile =
  | { result: 'file'; stream: Readable; mimeType?: string; size?: number }
  | { result: 'none'; failure: Failure };

export type GraphClient = {
  call(request: GraphRequest): Promise<GraphReply>;
  /** For addresses that an answer gave; the token goes only to Meta's own hosts and to the base URL. */
  fetchFile(address: string, token: string): Promise<GraphFile>;
  /** Waits for what is under way. */
  close(): Promise<void>;
};

const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_CLOSED',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const MEDIA_DOMAINS = ['facebook.com', 'fbsbx.com', 'fbcdn.net', 'whatsapp.net', 'whatsapp.com'];
const TOO_MANY_REQUESTS = 429;
const LARGEST_ANSWER = 32 * 1024 * 1024;
/** Meta's file hosts answer nothing to a request without one. */
const USER_AGENT = 'Rondine';

export function createGraphClient(settings: GraphSettings = {}): GraphClient {
  const base = new URL(settings.baseUrl ?? 'https://graph.facebook.com');
  const prefix = `${base.pathname.replace(/\/+$/, '')}/${settings.version ?? 'v26.0'}`;
  const answerTimeout = settings.answerTimeoutMs ?? 30_000;
  const pools = new Map<string, Pool>();

  function pool(origin: string, largest: number): Pool {
    const key = `${origin} ${largest}`;
    const open = pools.get(key);
    if (open) return open;
    const made = new Pool(origin, {
      connections: settings.connections ?? 64,
      connect: { timeout: settings.connectTimeoutMs ?? 5_000 },
      headersTimeout: answerTimeout,
      bodyTimeout: answerTimeout,
      maxResponseSize: largest,
    });
    pools.set(key, made);
    return made;
  }

  async function call(request: GraphRequest): Promise<GraphReply> {
    const { method, token, body, form, bytes } = request;
    let status: number;
    let written: string;
    let waitSeconds: number | undefined;
    try {
      const answer = await exchange(pool(base.origin, LARGEST_ANSWER), {
        method,
        path: `${prefix}/${request.path}`,
        query: definedOnly(request.query),
        headers: {
          authorization: `Bearer ${token}`,
          'user-agent': USER_AGENT,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...request.headers,
        },
        body: body ? JSON.stringify(body) : (form ?? bytes ?? null),
      });
      status = answer.status;
      waitSeconds = waitFromHeaders(answer.headers);
      written = answer.text;
    } catch (error) {
      return connectionFailure(error, token);
    }
    const reply = readReply(status, written, token);
    if (reply.result === 'refused' && waitSeconds !== undefined)
      return { ...reply, failure: { ...reply.failure, waitSeconds } };
    return reply;
  }

  async function fetchFile(address: string, token: string): Promise<GraphFile> {
    const url = new URL(address);
    if (!mayHoldMedia(url, base))
      return none(plainFailure('media_unavailable', 'no', `Files are not fetched from ${url.host}`));
    try {
      const answer = await pool(url.origin, -1).request({
        method: 'GET',
        path: url.pathname + url.search,
        headers: { authorization: `Bearer ${token}`, 'user-agent': USER_AGENT },
      });
      if (answer.statusCode !== 200) {
        const reply = readReply(answer.statusCode, await answer.body.text(), token);
        const refused = reply.result === 'refused' && reply.failure.code !== undefined;
        const again = answer.statusCode >= 500 ? 'yes' : 'no';
        const failure = plainFailure('media_unavailable', again, `The server answered ${answer.statusCode}`);
        return none(refused ? reply.failure : failure);
      }
      const { 'content-type': mimeType, 'content-length': size } = answer.headers;
      return {
        result: 'file',
        stream: answer.body,
        ...(typeof mimeType === 'string' ? { mimeType } : {}),
        ...(size === undefined ? {} : { size: Number(size) }),
      };
    } catch (error) {
      return none(connectionFailure(error, token).failure);
    }
  }

  return {
    call,
    fetchFile,
    async close() {
      await Promise.all([...pools.values()].map((open) => open.close()));
    },
  };
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** One request and its whole answer, without the streams that undici otherwise makes for each. */
function exchange(open: Pool, options: Dispatcher.DispatchOptions): Promise<Answer> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    open.dispatch(options, {
      onRequestStart() {},
      onResponseStart(_controller, statusCode, given) {
        status = statusCode;
        headers = given;
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
        done({ status, headers, text: whole.toString('utf8') });
      },
      onResponseError(_controller, error) {
        failed(error);
      },
    });
  });
}

function none(failure: Failure): GraphFile {
  return { result: 'none', failure };
}

function mayHoldMedia(url: URL, base: URL): boolean {
  if (url.origin === base.origin) return true;
  return (
    url.protocol === 'https:' &&
    MEDIA_DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  );
}

/** Nothing when nothing is asked: a path that has a query of its own takes no second one. */
function definedOnly(query: GraphRequest['query']): Record<string, string | number> | undefined {
  const entries = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record<string, string | number>);
}

/** Meta decides by the envelope, not by the status; the status counts only where there is no envelope. */
function readReply(status: number, written: string, token: string): GraphReply {
  const body = parse(written);
  const envelope = ErrorEnvelope.safeParse(body);
  if (envelope.success) {
    const { code, error_subcode, is_transient, error_data, error_user_msg, message } = envelope.data.error;
    const detail = error_data?.details ?? error_user_msg ?? message;
    const isTransient = is_transient === true || status === TOO_MANY_REQUESTS;
    const fault = {
      code,
      subcode: error_subcode,
      isTransient,
      detail: detail && withoutToken(detail, token),
    };
    return { result: 'refused', failure: readFailure(fault, 'answer') };
  }
  if (status >= 200 && status < 300 && body !== undefined) return { result: 'answer', body };
  const detail = `The server answered ${status} ${body === undefined ? 'without readable JSON' : 'without saying why'}`;
  if (status === TOO_MANY_REQUESTS)
    return { result: 'refused', failure: plainFailure('rate_limited_app', 'later', detail) };
  if (status >= 400 && status < 500)
    return { result: 'refused', failure: plainFailure('unknown', 'no', detail) };
  return lost(detail);
}

function parse(written: string): unknown {
  try {
    return readJson(written);
  } catch {
    return undefined;
  }
}

/** Some of Meta's errors repeat the token that they complain about. */
function withoutToken(words: string, token: string): string {
  return token === '' ? words : words.replaceAll(token, '…');
}

function connectionFailure(error: unknown, token: string): GraphReply & { failure: Failure } {
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string };
  const detail = withoutToken(code ?? message ?? 'The connection failed', token);
  if (syscall === 'connect' || (code && NEVER_LEFT.has(code)))
    return { result: 'unreachable', failure: plainFailure('provider_unreachable', 'yes', detail) };
  return lost(detail);
}

function lost(detail: string): { result: 'lost'; failure: Failure } {
  const failure = plainFailure('provider_unreachable', 'yes', detail);
  return { result: 'lost', failure: { ...failure, mayHaveBeenAccepted: true } };
}
