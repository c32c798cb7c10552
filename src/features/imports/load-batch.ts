// Loads one batch of rows: what they become, rejections and figures in one transaction, or nothing.
import { publish } from '#events/publish.ts';
import { now } from '#kit/clock.ts';
import type { Actor } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import type { Loader } from './import-kind.ts';
import type { Rejection } from './import-run.contract.ts';
import { addToImport, findImport, insertRejections } from './imports.store.ts';

export type Batch = {
  /** Rows of the file settled before this batch, and with it. */
  from: number;
  to: number;
  /** Bytes of the file read up to here. */
  doneBytes: number;
  rows: unknown[];
  rejections: Rejection[];
};

export type Run = {
  services: Services;
  workspaceId: string;
  importId: string;
  actor: Actor;
};

/** False when the import is no longer ours to go on with: cancelled, or another process has gone further. */
export function loadBatch(run: Run, loader: Loader<unknown>, batch: Batch): Promise<boolean> {
  const { services, workspaceId, importId, actor } = run;
  return services.db.inWorkspace(workspaceId, async (tx) => {
    const call = { tx, workspaceId, now: now(), actor };
    const current = await findImport(call, importId, true);
    if (current?.state !== 'running' || current.done_rows !== batch.from) return false;
    const { created, updated, skipped, rejected } = await loader.load(call, batch.rows);
    const rejections = [...batch.rejections, ...rejected];
    await insertRejections(call, importId, rejections);
    await addToImport(call, importId, {
      ...{ doneRows: batch.to, doneBytes: batch.doneBytes },
      ...{ created, updated, skipped, rejected: rejections.length },
    });
    await publish(call, 'import.changed', importId, { state: 'running' });
    return true;
  });
}
