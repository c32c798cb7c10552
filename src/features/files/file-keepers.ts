// Who still needs files that no message shows: asked before they are swept.
import type { Call } from '#operations/call.ts';

/** Answers those of `fileIds` that are needed. */
export type FileKeeper = (
  call: Pick<Call, 'tx' | 'workspaceId'>,
  fileIds: readonly string[],
) => Promise<readonly string[]>;

const keepers: FileKeeper[] = [];

/** Joins in; called once by app/file-keepers.ts, before anything runs. */
export function whenFilesSwept(...joining: FileKeeper[]): void {
  keepers.push(...joining);
}

export async function stillNeeded(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  fileIds: readonly string[],
): Promise<Set<string>> {
  const needed = await Promise.all(keepers.map((keeper) => keeper(call, fileIds)));
  return new Set(needed.flat());
}
