// Answers the request by which Meta checks that a webhook address is ours.

import { createHash, timingSafeEqual } from 'node:crypto';

export type HandshakeAnswer = { status: 200; body: string } | { status: 403; body: string };

/** `query` is that of the GET; 200 carries the bare challenge, a wrong mode, token or challenge gives 403. */
export function answerHandshake(
  query: Readonly<Record<string, unknown>>,
  verifyToken: string,
): HandshakeAnswer {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
  if (
    mode !== 'subscribe' ||
    typeof token !== 'string' ||
    typeof challenge !== 'string' ||
    verifyToken === ''
  )
    return refused;
  // The answer goes out as text; a challenge with markup in it is not one of Meta's.
  if (!/^[\w.-]{1,200}$/.test(challenge)) return refused;
  return timingSafeEqual(digest(token), digest(verifyToken)) ? { status: 200, body: challenge } : refused;
}

const refused: HandshakeAnswer = { status: 403, body: 'Verification failed' };

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
