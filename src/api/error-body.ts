// The one shape of errors.
import { AppError } from '#kit/errors.ts';
import type { ErrorBody } from '#operations/operation.ts';

export function errorBody(error: AppError, requestId: string): ErrorBody {
  const { code, message, fields, details } = error;
  return { code, message, fields, details, requestId };
}

/** What a caller is told of a bug; the log has the rest under the same id. */
export function unexpected(requestId: string): AppError {
  return new AppError(
    'internal',
    `Something went wrong on our side. Nothing was changed. Reference: ${requestId}.`,
    {
      status: 500,
    },
  );
}
