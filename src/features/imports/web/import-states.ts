// How an import stands, for pages: its tone, and whether it is on its way.
import type { ImportRun } from '#features/imports/import-run.contract.ts';

export const stateTones = {
  uploaded: 'attention',
  queued: 'accent',
  running: 'accent',
  completed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const;

export function isMoving(found: Pick<ImportRun, 'state'> | undefined): boolean {
  return found?.state === 'queued' || found?.state === 'running';
}

/** Live events say when it moved; this is for when the stream is cut. Milliseconds. */
export const LOOK_AGAIN_MS = 3_000;
