// Sign-in, sessions, password reset and two-step verification, by better-auth on our own tables.
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import {
  RESET_MINUTES,
  type Recipient,
  sendPasswordChanged,
  sendPasswordReset,
} from '#features/people/mails/send.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { Services } from '#operations/services.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rule.ts';

const log = logger('sign-in');
const DAY_S = 86_400;

/** A session ends this long after sign-in, or at once when it is revoked. */
const SESSION_S = 30 * DAY_S;
/** The auth door writes the caller's address here; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-rondine-address';
export const AUTH_PATH = '/api/auth';
export const COOKIE_PREFIX = 'rondine';

const made = new WeakMap<Services, Auth>();

/** The one instance of these services. */
export function authOf(services: Services): Auth {
  const before = made.get(services);
  if (before) return before;
  const auth = makeAuth(services);
  made.set(services, auth);
  return auth;
}

/** The secret that signs cookies and encrypts two-step secrets. */
export function authSecret(services: Pick<Services, 'secrets'>): string {
  return services.secrets.derive('sessions');
}

/** What is stored of a password. */
export async function hashPassword(services: Services, password: string): Promise<string> {
  return (await authOf(services).$context).password.hash(password);
}

export type Auth = ReturnType<typeof makeAuth>;

function makeAuth(services: Services) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    appName: 'Rondine',
    baseURL: services.publicUrl,
    basePath: AUTH_PATH,
    secret: authSecret(services),
    database: { db: services.db.kysely, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    // The auth door counts tries by account and address, in rows; see throttle.ts.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      disableColors: true,
      log: (_level, message) => log.error({ problem: message }, 'better-auth reports a problem'),
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: services.publicUrl.startsWith('https:'),
      // The auth door asks for the CSRF header and the same origin before anything arrives here.
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendPasswordReset(services, user as Recipient, token),
      onPasswordReset: ({ user }) => sendPasswordChanged(services, user as Recipient),
    },
    user: {
      modelName: 'users',
      fields: { ...dates, emailVerified: 'email_verified' },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
      fields: {
        ...dates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        ...dates,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'verifications',
      storeIdentifier: 'hashed',
      fields: { ...dates, expiresAt: 'expires_at' },
    },
    plugins: [
      twoFactor({
        issuer: 'Rondine',
        twoFactorTable: 'two_factors',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}
