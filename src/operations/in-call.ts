// A transaction of the product itself in one workspace, with what is to be done once it is committed.
import { now } from '#kit/clock.ts';
import type { Call } from './call.ts';
import type { Services } from './services.ts';

export type OwnCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'services' | 'afterCommit'>;

/** What `afterCommit` was given runs before this resolves; who dies in between leaves it undone. */
export async function inCall<T>(
  services: Services,
  workspaceId: string,
  work: (call: OwnCall) => Promise<T>,
): Promise<T> {
  const after: (() => void | Promise<void>)[] = [];
  const answer = await services.db.inWorkspace(workspaceId, (tx) =>
    work({ tx, workspaceId, now: now(), services, afterCommit: (run) => void after.push(run) }),
  );
  for (const run of after) await run();
  return answer;
}
