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

  async function find(wabaIds: readonly string[]): Promise<Map<string, Signer>> {
    const found = await findKeysByWaba(services.db, wabaIds);
    return new Map(
      found.map(({ workspaceId, accountId, wabaId, appSecretSealed }) => {
        const appSecret = services.secrets.open(appSecretSealed, sealContext.appSecret(accountId));
        return [wabaId, { workspaceId, accountId, wabaId, appSecret }];
      }),
    );
  }

  /** Asks for all of them at once, and keeps each answer for the others who ask meanwhile. */
  function ask(wabaIds: readonly string[]): void {
    if (wabaIds.length === 0) return;
    if (kept.size + wabaIds.length > MOST_KEPT) kept.clear();
    const all = find(wabaIds);
    const until = now().getTime() + KNOWN_FOR_MS;
    for (const wabaId of wabaIds) {
      const entry = { signer: all.then((found) => found.get(wabaId)), until };
      kept.set(wabaId, entry);
      entry.signer.then(
        (found) => {
          if (!found) entry.until = now().getTime() + UNKNOWN_FOR_MS;
        },
        () => kept.delete(wabaId),
      );
    }
  }

  return {
    async of(wabaIds) {
      const at = now().getTime();
      ask(wabaIds.filter((wabaId) => (kept.get(wabaId)?.until ?? 0) <= at));
      const found = await Promise.all(wabaIds.map((wabaId) => kept.get(wabaId)?.signer));
      return found.filter((signer) => signer !== undefined);
    },
  };
}
