// Signing in and out, passwords and the second step: the browser's side of /api/auth.
import { requestJson } from './request.ts';

const post = <T>(path: string, body: Record<string, unknown> = {}) =>
  requestJson<T>('POST', `/api/auth${path}`, body);

/** Signs in; `secondStep` is true when a code is still to be given. Throws `ApiFailure`. */
export async function signIn(email: string, password: string): Promise<{ secondStep: boolean }> {
  const answer = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });
  return { secondStep: answer.twoFactorRedirect === true };
}

/** Ends a sign-in with the six digits of the authenticator; `trust` asks this browser no more for 30 days. */
export const verifyCode = (code: string, trust: boolean) =>
  post('/two-factor/verify-totp', { code, trustDevice: trust });

/** Ends a sign-in with one of the codes that were kept for the day the authenticator is lost. */
export const verifyBackupCode = (code: string, trust: boolean) =>
  post('/two-factor/verify-backup-code', { code, trustDevice: trust });

export const signOut = () => post('/sign-out');

/** Sends a link to choose a new password, when the address has an account; says nothing either way. */
export const requestPasswordReset = (email: string) =>
  post('/request-password-reset', { email, redirectTo: '/reset-password' });

/** Sets the password with the token of the link. */
export const resetPassword = (token: string, newPassword: string) =>
  post('/reset-password', { token, newPassword });

/** Changes the password and ends the person's other sessions. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

/** Prepares the second step; it is on once a first code was verified with `verifyCode`. */
export const prepareSecondStep = (password: string) =>
  post<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password });

export const removeSecondStep = (password: string) => post('/two-factor/disable', { password });
