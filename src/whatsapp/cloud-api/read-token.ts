// Reads what the Graph API says of an access token.

import type { z } from 'zod';
import type { TokenInspection } from '#whatsapp/port.ts';
import { present } from './loose.ts';
import type { DebugTokenAnswer } from './wire.ts';

export function readTokenInspection({ data }: z.output<typeof DebugTokenAnswer>): TokenInspection {
  const granular = data.granular_scopes ?? [];
  const limited = granular.filter((scope) => scope.target_ids && scope.target_ids.length > 0);
  return present({
    valid: data.is_valid ?? false,
    appId: data.app_id,
    scopes: [...new Set([...(data.scopes ?? []), ...granular.map((scope) => scope.scope)])],
    targets: Object.fromEntries(limited.map((scope) => [scope.scope, scope.target_ids ?? []])),
    // 0 is a token that does not expire.
    expiresAt: data.expires_at ? new Date(data.expires_at * 1000) : undefined,
    problem: data.error?.message,
  });
}
