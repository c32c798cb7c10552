// What a page knows about a request that failed, whatever failed: the server, the network or the input.

/** What is wrong with one input; `path` is dotted (`contacts.0.phone`). */
export type FieldFailure = { path: string; message: string };

/**
 * The one error that pages see. `code` is stable (`not_found`, `bad_input`, …, or `network` when no answer
 * came), `message` is a sentence for people, `fields` names inputs, `requestId` finds the request in the log.
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: string;
  readonly status: number;
  readonly fields: FieldFailure[];
  readonly requestId: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(parts: {
    code: string;
    message: string;
    status?: number;
    fields?: FieldFailure[];
    requestId?: string | undefined;
    details?: Record<string, unknown>;
    cause?: unknown;
  }) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status ?? 0;
    this.fields = parts.fields ?? [];
    this.requestId = parts.requestId;
    this.details = parts.details ?? {};
  }
}

/** The server speaks English; other languages put its sentences into theirs. */
type RefusalWords = (message: string, details: Record<string, unknown>) => string;
let wordsOf: RefusalWords = (message) => message;

export function setRefusalWords(words: RefusalWords): void {
  wordsOf = words;
}

/** What the server answered as data, such as why something was not done, in the person's language. */
export function refusalInWords(message: string): string {
  return wordsOf(message, {});
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readFields(value: unknown): FieldFailure[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const { path, message } = record(item);
    if (typeof message !== 'string') return [];
    return [
      { path: Array.isArray(path) ? path.join('.') : String(path ?? ''), message: wordsOf(message, {}) },
    ];
  });
}

/** Reads the server's error body `{ code, message, fields, requestId }`; a foreign body still gives a failure. */
export function failureFromBody(body: unknown, status: number, requestId?: string): ApiFailure {
  const outer = record(body);
  const error = typeof outer.error === 'object' && outer.error !== null ? record(outer.error) : outer;
  const more = record(error.data);
  const details = record(error.details ?? more.details);
  return new ApiFailure({
    code: typeof error.code === 'string' ? error.code : `http_${status}`,
    message:
      typeof error.message === 'string' ? wordsOf(error.message, details) : `The server answered ${status}.`,
    status,
    fields: readFields(error.fields ?? more.fields ?? more.issues),
    requestId: [error.requestId, more.requestId, requestId].find((id) => typeof id === 'string') as
      | string
      | undefined,
    details,
  });
}

/** Turns anything thrown into an `ApiFailure`; a failure passes through unchanged. */
export function toApiFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  const { status, code, message, data } = record(error);
  if (typeof status === 'number' && typeof code === 'string') {
    const inner = record(data);
    return failureFromBody({ ...inner, code: inner.code ?? code, message: inner.message ?? message }, status);
  }
  if (error instanceof TypeError) {
    return new ApiFailure({ code: 'network', message: 'The server cannot be reached.', cause: error });
  }
  return new ApiFailure({
    code: 'unexpected',
    message: error instanceof Error ? error.message : String(error),
    cause: error,
  });
}

/** An answer that asking again cannot change: not allowed, not there. A server that is away is none. */
export function isFinal(error: unknown): boolean {
  const { status } = toApiFailure(error);
  return status >= 400 && status < 500;
}
