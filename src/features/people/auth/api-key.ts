// What an API key looks like, and how it is looked up without being stored.
import { newToken } from '#kit/ids.ts';
import type { SecretBox } from '#kit/secrets.ts';

export const KEY_START = 'rnd_';
const SHOWN = 12;

/** A new key: `secret` is shown once, `prefix` tells people which key it was. */
export function newApiKey(): { secret: string; prefix: string } {
  const secret = `${KEY_START}${newToken(32)}`;
  return { secret, prefix: secret.slice(0, SHOWN) };
}

export function apiKeyHash(secrets: SecretBox, secret: string): string {
  return secrets.digest(`api key\n${secret}`);
}

/** The key in an Authorization header; null when the header is not ours to read. */
export function bearerOf(authorization: string | undefined): string | null {
  const [, token] = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
  return token ?? null;
}
