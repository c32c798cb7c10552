// Checks who sends a push (RFC 8292): a token signed with the key that the browser subscribed with.

import { createPublicKey, verify } from 'node:crypto';
import type { PushBrowser } from '../world/push-desk.ts';

const LONGEST_S = 24 * 3_600;

/** What is wrong with the header, in words; null when it is right. */
export function wrongSignature(
  browser: PushBrowser,
  header: string | undefined,
  audience: string,
  nowS: number,
): string | null {
  const [, token, key] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header ?? '') ?? [];
  if (!token || !key) return 'Authorization must be "vapid t=…, k=…".';
  if (browser.serverKey !== undefined && browser.serverKey !== key)
    return 'The browser subscribed with another key.';
  const [head, claims, signature] = token.split('.');
  if (!head || !claims || !signature) return 'The token is not a JWT.';
  if (!isSigned(key, `${head}.${claims}`, signature)) return 'The signature is wrong.';
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<
    string,
    unknown
  >;
  if (aud !== audience) return `aud must be ${audience}.`;
  if (typeof exp !== 'number' || exp < nowS || exp > nowS + LONGEST_S)
    return 'exp must be within the next 24 hours.';
  if (typeof sub !== 'string' || !/^(mailto:|https:)/.test(sub))
    return 'sub must be a mailto: or https: address.';
  return null;
}

function isSigned(key: string, signed: string, signature: string): boolean {
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return false;
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const publicKey = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
  return verify(
    'sha256',
    Buffer.from(signed),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}
