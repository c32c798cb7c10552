// Turns the refusals of better-auth into ours: one shape, words that say what to do.
import { AppError } from '#kit/errors.ts';

const REFUSALS: Record<string, [status: number, message: string, field?: string]> = {
  INVALID_EMAIL_OR_PASSWORD: [401, 'E-mail or password is wrong.'],
  INVALID_EMAIL: [400, 'Write an e-mail address like name@example.com.', 'email'],
  INVALID_PASSWORD: [400, 'The password is wrong.', 'password'],
  PASSWORD_TOO_SHORT: [400, 'The password is too short.', 'newPassword'],
  PASSWORD_TOO_LONG: [400, 'The password is too long.', 'newPassword'],
  INVALID_TOKEN: [400, 'This link is no longer valid. Ask for a new one.'],
  INVALID_CODE: [401, 'This code is wrong. Take the one that your authenticator shows now.', 'code'],
  INVALID_BACKUP_CODE: [401, 'This backup code is wrong, or was used before.', 'code'],
  INVALID_TWO_FACTOR_COOKIE: [401, 'The sign-in took too long. Start again with your password.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [401, 'Too many wrong codes. Start again with your password.'],
  TOTP_NOT_ENABLED: [400, 'Two-step verification is not set up.'],
  TOTP_ALREADY_ENABLED: [409, 'Two-step verification is already on.'],
  TWO_FACTOR_NOT_ENABLED: [400, 'Two-step verification is not on.'],
  BACKUP_CODES_NOT_ENABLED: [400, 'There are no backup codes for this account.'],
};

/** How long better-auth locks the second step after ten wrong codes. */
const LOCK_S = 900;

/** The refusal that a caller gets for better-auth's answer with `status` and `body`. */
export function authRefusal(status: number, body: unknown): AppError {
  const { code = '' } = (body ?? {}) as { code?: string };
  const known = REFUSALS[code];
  if (known) {
    const [ourStatus, message, field] = known;
    const fields = field ? [{ path: field, message }] : [];
    return new AppError(code.toLowerCase(), message, { status: ourStatus, fields });
  }
  if (status === 429)
    return new AppError('rate_limited', 'Too many wrong codes. Wait 15 minutes, then try again.', {
      retryAfterSeconds: LOCK_S,
    });
  if (status === 401) return new AppError('unauthenticated', 'Sign in first.');
  if (status === 403) return new AppError('forbidden', 'This is not allowed.');
  if (status < 500)
    return new AppError('bad_input', 'The request could not be read. Check its fields.', { status });
  return new AppError('internal', 'Something went wrong on our side. Try again.', { status: 500 });
}
