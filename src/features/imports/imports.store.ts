// The SQL on imports and on the rows they rejected.
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '#db/database.ts';
import type { Imports } from '#db/tables.generated.ts';
import type { StoredFile } from '#features/files/files.ts';
import { newId } from '#kit/ids.ts';
import { decodeCursor, type Page, toPage } from '#kit/paging.ts';
import type { Actor, Call } from '#operations/call.ts';
import { newestFirst } from '#operations/newest-first.ts';
import { iso } from '#operations/operation.ts';
import type { DetectedDeals } from './deal-imports.contract.ts';
import type { DealOptions } from './deal-imports.store.ts';
import type { ImportRun, Rejection } from './import-run.contract.ts';
import type { Detected, Import, ImportOptions } from './imports.contract.ts';

type StoreCall = Pick<Call, 'tx' | 'workspaceId' | 'now'>;
export type ImportRow = Selectable<Imports>;
export type ImportState = ImportRun['state'];
/** What the rows of the file become. */
export type KindName = 'contacts' | 'deals';

export async function insertImport(
  call: StoreCall & Pick<Call, 'actor'>,
  kind: KindName,
  file: Pick<StoredFile, 'id' | 'name' | 'size' | 'sha256'>,
  detected: Detected | DetectedDeals,
): Promise<string> {
  const id = newId();
  await call.tx
    .insertInto('imports')
    .values({
      workspace_id: call.workspaceId,
      id,
      kind,
      file_id: file.id,
      digest: file.sha256,
      file_name: file.name,
      state: 'uploaded',
      detected: JSON.stringify(detected),
      total_bytes: file.size,
      created_by: JSON.stringify(call.actor),
      created_at: call.now,
    })
    .execute();
  return id;
}

/** `lock` holds the row to the end of the transaction: whoever moves an import takes it. */
export function findImport(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  id: string,
  lock = false,
): Promise<ImportRow | undefined> {
  const query = call.tx
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export function pageOfImports(
  call: StoreCall,
  kind: KindName,
  options: { limit: number; cursor?: string | undefined },
): Promise<Page<ImportRow>> {
  const query = call.tx
    .selectFrom('imports')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('kind', '=', kind);
  return newestFirst(query, 'created_at', options);
}

export type ImportChange = {
  state?: ImportState;
  detected?: Detected;
  options?: ImportOptions | DealOptions;
  failure?: string | null;
  aliveAt?: Date | null;
  startedAt?: Date;
  finishedAt?: Date | null;
};

export async function updateImport(call: StoreCall, id: string, change: ImportChange): Promise<void> {
  await call.tx
    .updateTable('imports')
    .set({
      state: change.state,
      detected: change.detected && JSON.stringify(change.detected),
      options: change.options && JSON.stringify(change.options),
      failure: change.failure,
      alive_at: change.aliveAt,
      started_at: change.startedAt,
      finished_at: change.finishedAt,
    })
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export type BatchFigures = {
  doneRows: number;
  doneBytes: number;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
};

/** Moves the figures on, in the transaction that loads the rows they count. */
export async function addToImport(call: StoreCall, id: string, figures: BatchFigures): Promise<void> {
  await sql`
    update imports set done_rows = ${figures.doneRows}, done_bytes = ${figures.doneBytes}, alive_at = ${call.now},
      created_count = created_count + ${figures.created}, updated_count = updated_count + ${figures.updated},
      skipped_count = skipped_count + ${figures.skipped}, rejected_count = rejected_count + ${figures.rejected}
    where workspace_id = ${call.workspaceId} and id = ${id}::uuid`.execute(call.tx);
}

export async function insertRejections(
  call: StoreCall,
  importId: string,
  rejections: readonly Rejection[],
): Promise<void> {
  if (rejections.length === 0) return;
  await sql`
    insert into import_rejections (workspace_id, import_id, row_number, cells, reason)
    select ${call.workspaceId}, ${importId}::uuid, r.row, r.cells, r.reason
    from unnest(${rejections.map((r) => r.row)}::int[], ${rejections.map((r) => JSON.stringify(r.cells))}::jsonb[],
      ${rejections.map((r) => r.reason)}::text[]) r(row, cells, reason)`.execute(call.tx);
}

export async function pageOfRejections(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  importId: string,
  options: { limit: number; cursor?: string | undefined },
): Promise<Page<Rejection>> {
  const after = options.cursor ? decodeCursor(options.cursor, ['count'])[0] : 0;
  const rows = await call.tx
    .selectFrom('import_rejections')
    .select(['row_number as row', 'cells', 'reason'])
    .where('workspace_id', '=', call.workspaceId)
    .where('import_id', '=', importId)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(options.limit + 1)
    .execute();
  return toPage(
    rows.map((row) => ({ ...row, cells: row.cells as string[] })),
    options.limit,
    (row) => [row.row],
  );
}

export async function removeImport(call: StoreCall, id: string): Promise<void> {
  await call.tx
    .deleteFrom('imports')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Imports that should run and have no living worker; they are marked alive, so that one process takes each. */
export function claimLost(
  db: Database,
  now: Date,
  quietSince: Date,
): Promise<{ workspaceId: string; id: string }[]> {
  return db.asSystem(async (tx: Tx) => {
    const { rows } = await sql<{ workspaceId: string; id: string }>`
      update imports i set alive_at = ${now} from (
        select workspace_id, id from imports
        where state in ('queued', 'running') and (alive_at is null or alive_at < ${quietSince})
        limit 100 for update skip locked
      ) lost
      where i.workspace_id = lost.workspace_id and i.id = lost.id
      returning i.workspace_id as "workspaceId", i.id`.execute(tx);
    return rows;
  });
}

const RESUMABLE = ['failed', 'cancelled'];

export function toImport(row: ImportRow): Import {
  return {
    ...toRun(row),
    detected: row.detected as Detected,
    options: row.options as ImportOptions | null,
  };
}

/** What all imports have in common. */
export function toRun(row: ImportRow): ImportRun {
  const { created_count: created, updated_count: updated } = row;
  const { skipped_count: skipped, rejected_count: rejected } = row;
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state as ImportState,
    totalBytes: row.total_bytes,
    doneBytes: row.done_bytes,
    rows: created + updated + skipped + rejected,
    created,
    updated,
    skipped,
    rejected,
    failure: row.failure,
    createdBy: (row.created_by as Partial<Actor>).name ?? '',
    createdAt: iso(row.created_at),
    startedAt: iso(row.started_at),
    finishedAt: iso(row.finished_at),
    resumable: RESUMABLE.includes(row.state) && row.options !== null && row.file_id !== null,
    forgottenAt: iso(row.forgotten_at),
  };
}
