// Reads the session's token from the signed cookie that better-auth sets.
import { createHmac } from 'node:crypto';
import { safeEqual } from '#kit/secrets.ts';
import type { Services } from '#operations/services.ts';
import { authSecret, COOKIE_PREFIX } from './auth.ts';

type Headers = Record<string, string | string[] | undefined>;

/** The token in the cookie, or null when there is none or its signature is not ours. */
export function sessionTokenOf(services: Services, headers: Headers): string | null {
  const secure = services.publicUrl.startsWith('https:') ? '__Secure-' : '';
  const cookie = readCookie(headers.cookie, `${secure}${COOKIE_PREFIX}.session_token`);
  const dot = cookie?.lastIndexOf('.') ?? -1;
  if (!cookie || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const signature = createHmac('sha256', authSecret(services)).update(token).digest('base64');
  return safeEqual(cookie.slice(dot + 1), signature) ? token : null;
}

function readCookie(header: string | string[] | undefined, name: string): string | null {
  for (const pair of String(header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
