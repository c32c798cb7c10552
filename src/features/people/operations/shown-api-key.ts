// A key's row as the contract shows it.
import type { ApiKey } from '#features/people/api-keys.contract.ts';
import type { findApiKey } from '#features/people/people-api-keys.store.ts';
import { iso } from '#operations/operation.ts';

export function shownApiKey(row: NonNullable<Awaited<ReturnType<typeof findApiKey>>>): ApiKey {
  return {
    ...row,
    createdAt: iso(row.createdAt),
    lastUsedAt: iso(row.lastUsedAt),
    revokedAt: iso(row.revokedAt),
  };
}
