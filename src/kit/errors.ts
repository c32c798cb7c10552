// The one shape in which the product refuses a request.

/** What is wrong with one field of the input; `path` is dotted (`contacts.0.phone`). */
export type FieldError = { path: string; message: string };

export type ErrorCode =
  | 'bad_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'rate_limited'
  | 'unavailable'
  | (string & {});

const STATUS: Record<string, number> = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
};

/**
 * A refusal that the caller can act on. `code` is stable (`noun_reason`), `message` says in words what to do,
 * `fields` names the inputs at fault, `details` is safe to show.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly status: number;
  readonly fields: FieldError[];
  readonly details: Record<string, unknown>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: {
      status?: number;
      fields?: FieldError[];
      details?: Record<string, unknown>;
      retryAfterSeconds?: number;
      cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? STATUS[code] ?? 400;
    this.fields = options.fields ?? [];
    this.details = options.details ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 404 for a thing that is not there, or not in this workspace. `noun` reads in a sentence: "contact". */
export function notFound(noun: string): AppError {
  return new AppError('not_found', `There is no such ${noun}.`);
}

/** 400 with one message per field. */
export function badInput(fields: FieldError[], message = 'Some fields need your attention.'): AppError {
  return new AppError('bad_input', message, { fields });
}

/** 409 when the present state does not allow the request. `code` is stable, e.g. `campaign_running`. */
export function conflict(code: string, message: string, details?: Record<string, unknown>): AppError {
  return new AppError(code, message, { status: 409, ...(details ? { details } : {}) });
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const e = error as { code?: string; constraint?: string } | null;
  return e?.code === '23505' && (constraint === undefined || e.constraint === constraint);
}
