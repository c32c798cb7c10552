// The door to sign-in and sign-out: the few addresses of better-auth that the product uses, guarded.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findEmailOfSession } from '#features/people/people-identity.store.ts';
import { AppError, badInput } from '#kit/errors.ts';
import type { FeatureRoutes } from '#operations/door.ts';
import { readJsonBody } from '#operations/json-body.ts';
import type { Services } from '#operations/services.ts';
import { ADDRESS_HEADER, AUTH_PATH, authOf } from './auth.ts';
import { authRefusal } from './auth-refusals.ts';
import { refuseForeignOrigin } from './csrf.ts';
import { passwordFault } from './password-rule.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { type Guarded, guard, pardon } from './throttle.ts';

/** Every address that is open, all by POST, and what guessing there counts as. */
const OPEN: Record<string, Guarded | null> = {
  '/sign-in/email': 'sign_in',
  '/sign-out': null,
  '/request-password-reset': 'reset',
  '/reset-password': 'code',
  '/change-password': 'sign_in',
  '/two-factor/enable': 'sign_in',
  '/two-factor/disable': 'sign_in',
  '/two-factor/generate-backup-codes': 'sign_in',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'code',
  '/revoke-other-sessions': null,
};

const LONGEST_BODY = 16_384;

export const authRoutes: FeatureRoutes = (app, { services }) => {
  for (const [path, guarded] of Object.entries(OPEN))
    app.post(`${AUTH_PATH}${path}`, async (request, reply) => {
      refuseForeignOrigin(request, services.publicUrl);
      const body = await readBody(request);
      const account = await accountOf(services, request, body);
      refuseWeakPassword(body, account);
      if (guarded) await guard(services, guarded, account, request.ip);
      const answer = await authOf(services).handler(toWebRequest(services, request, path, body));
      const result: unknown = await answer.json().catch(() => null);
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
      if (!answer.ok) throw authRefusal(answer.status, result);
      if (guarded && guarded !== 'reset') await pardon(services, guarded, account, request.ip);
      return answered(reply, result);
    });
};

/** The answer without the session's token: that lives in the httpOnly cookie only. */
function answered(reply: FastifyReply, result: unknown) {
  const { token: _token, ...rest } = (result ?? {}) as Record<string, unknown>;
  return reply.header('cache-control', 'no-store').send(rest);
}

async function readBody(request: FastifyRequest): Promise<Record<string, unknown>> {
  const body = (await readJsonBody(request, LONGEST_BODY)) ?? {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new AppError('bad_input', 'Send a JSON object.');
}

/** The e-mail address that the request is about: named in it, or that of the session. '' when neither. */
async function accountOf(
  services: Services,
  request: FastifyRequest,
  body: Record<string, unknown>,
): Promise<string> {
  if (typeof body.email === 'string') return body.email.trim().toLowerCase().slice(0, 320);
  const token = sessionTokenOf(services, request.headers);
  return (token && (await findEmailOfSession(services.db, token))) ?? '';
}

function refuseWeakPassword(body: Record<string, unknown>, email: string): void {
  if (body.newPassword === undefined) return;
  const fault = passwordFault(String(body.newPassword), email, 'newPassword');
  if (fault) throw badInput([fault], fault.message);
}

function toWebRequest(
  services: Services,
  request: FastifyRequest,
  path: string,
  body: Record<string, unknown>,
): Request {
  const headers = new Headers({ 'content-type': 'application/json', [ADDRESS_HEADER]: request.ip });
  for (const name of ['cookie', 'user-agent'] as const)
    if (request.headers[name]) headers.set(name, request.headers[name]);
  // The link in our mails is our own; better-auth need not judge where the page wants to go.
  const { redirectTo: _redirect, callbackURL: _callback, ...rest } = body;
  return new Request(`${services.publicUrl}${AUTH_PATH}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(rest),
  });
}
