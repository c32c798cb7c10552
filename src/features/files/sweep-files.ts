// Removes what the store of files holds and nobody needs: uploads that were never sent, bytes without a row.
import { now } from '#kit/clock.ts';
import { inCall } from '#operations/in-call.ts';
import type { Services } from '#operations/services.ts';
import { stillNeeded } from './file-keepers.ts';
import { bytesInUse, unsentSince } from './files.store.ts';
import { dropFile } from './files.ts';

const DAY_MS = 86_400_000;
/** Bytes are written before their row: what is younger may be on its way. */
const BYTES_AFTER_DAYS = 1;
/** Longer than anybody leaves an answer lying with its files. */
const UNSENT_AFTER_DAYS = 35;
const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

export type Swept = { unsent: number; looked: number; orphans: number; bytes: number };

/** May die at any moment and is simply run again. Nothing is removed that came within a day. */
export async function sweepWorkspace(
  services: Services,
  workspaceId: string,
  signal: AbortSignal,
): Promise<Swept> {
  const unsent = await sweepUnsent(services, workspaceId, signal);
  const before = new Date(now().getTime() - BYTES_AFTER_DAYS * DAY_MS);
  const swept: Swept = { unsent, looked: 0, orphans: 0, bytes: 0 };
  for await (const listed of services.files.list(workspaceId)) {
    if (signal.aborted) break;
    swept.looked += listed.length;
    const old = listed.filter((one) => one.writtenAt < before);
    const used = await services.db.inWorkspace(workspaceId, (tx) =>
      bytesInUse(
        { tx, workspaceId },
        old.map((one) => one.id),
      ),
    );
    for (const { id, size } of old.filter((one) => !used.has(one.id))) {
      await services.files.remove(workspaceId, id);
      swept.orphans += 1;
      swept.bytes += size;
    }
  }
  return swept;
}

async function sweepUnsent(services: Services, workspaceId: string, signal: AbortSignal): Promise<number> {
  const before = new Date(now().getTime() - UNSENT_AFTER_DAYS * DAY_MS);
  let dropped = 0;
  for (let after: string | undefined = FIRST; after !== undefined && !signal.aborted; )
    after = await inCall(services, workspaceId, async (call) => {
      const ids = await unsentSince(call, before, after!, BATCH);
      const needed = await stillNeeded(call, ids);
      for (const id of ids.filter((one) => !needed.has(one))) {
        await dropFile(call, id);
        dropped += 1;
      }
      return ids.length === BATCH ? ids.at(-1) : undefined;
    });
  return dropped;
}
