// Knows the accounts by their id at the provider and the secret that their webhooks are signed with.
import { findKeysByWaba, sealContext } from '#features/numbers/numbers.ts';
import { now } from '#kit/clock.ts';
import type { Services } from '#operations/services.ts';

export type Signer = { workspaceId: string; accountId: string; wabaId: string; appSecret: string };

/** New keys count after this time at the latest; unknown accounts are asked for again sooner. */
const KNOWN_FOR_MS = 10_000;
const UNKNOWN_FOR_MS = 1_000;
const MOST_KEPT = 10_000;

export type Signers = { of(wabaIds: readonly string[]): Promise<Signer[]> };

/** Answers the connected accounts among `wabaIds`, from memory where it was asked a moment ago. */
export function signers(services: Services): Signers {
  const kept = new Map<string, { signer: Promise<Signer | undefined>; until: number }>();

  async function find(wabaId: string): Promise<Signer | undefined> {
    const [keys] = await findKeysByWaba(services.db, [wabaId]);
    if (!keys) return undefined;
    const { workspaceId, accountId } = keys;
    const appSecret = services.secrets.open(keys.appSecretSealed, sealContext.appSecret(accountId));
    return { workspaceId, accountId, wabaId, appSecret };
  }

  function one(wabaId: string): Promise<Signer | undefined> {
    const at = now().getTime();
    const known = kept.get(wabaId);
    if (known && known.until > at) return known.signer;
    if (kept.size >= MOST_KEPT) kept.clear();
    const signer = find(wabaId);
    const entry = { signer, until: at + KNOWN_FOR_MS };
    kept.set(wabaId, entry);
    signer.then(
      (found) => {
        if (!found) entry.until = at + UNKNOWN_FOR_MS;
      },
      () => kept.delete(wabaId),
    );
    return signer;
  }

  return {
    async of(wabaIds) {
      const found = await Promise.all(wabaIds.map(one));
      return found.filter((signer) => signer !== undefined);
    },
  };
}
