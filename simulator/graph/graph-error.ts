// An error in the envelope that Graph puts around every refusal.

import { failureOf } from '../world/failures.ts';
import { fbtraceId } from '../world/ids.ts';

export interface ErrorParts {
  status?: number;
  subcode?: number;
  details?: string;
  type?: string;
  userTitle?: string;
  userMessage?: string;
  transient?: boolean;
  /** Whether `message` already is the whole text, without a leading (#code). */
  bare?: boolean;
}

export class GraphError extends Error {
  readonly code: number;
  readonly status: number;
  readonly parts: ErrorParts;

  constructor(code: number, message?: string, parts: ErrorParts = {}) {
    const failure = failureOf(code);
    super(message ?? failure?.title ?? 'Unknown error');
    this.code = code;
    this.status = parts.status ?? failure?.status ?? 400;
    this.parts = parts;
  }

  body() {
    const { details, subcode, type, userTitle, userMessage, transient, bare } = this.parts;
    const text = details ?? failureOf(this.code)?.details;
    return {
      error: {
        message: bare ? this.message : `(#${this.code}) ${this.message}`,
        type: type ?? 'OAuthException',
        code: this.code,
        ...(text && !bare && { error_data: { messaging_product: 'whatsapp', details: text } }),
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(transient !== undefined && { is_transient: transient }),
        ...(userTitle && { error_user_title: userTitle }),
        ...(userMessage && { error_user_msg: userMessage }),
        fbtrace_id: fbtraceId(),
      },
    };
  }
}

/** A parameter that is wrong or too long (code 100). */
export function invalidParameter(message: string, parts: ErrorParts = {}): GraphError {
  return new GraphError(100, message, { details: message, ...parts });
}

/** A parameter that is missing (code 131008). */
export function missingParameter(details: string): GraphError {
  return new GraphError(131008, undefined, { details });
}

/** A value that breaks a rule (code 131009). */
export function invalidValue(details: string): GraphError {
  return new GraphError(131009, undefined, { details });
}

/** Graph's answer for ids that do not exist or that the token may not see. */
export function unknownObject(method: string, id: string): GraphError {
  return new GraphError(
    100,
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33, type: 'GraphMethodException', bare: true },
  );
}
