// Imports of deals as they are shown, and the SQL that knows a file again.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { DealImport, DealImportShown, DetectedDeals } from './deal-imports.contract.ts';
import { type ImportRow, toRun } from './imports.store.ts';
import type { FileFormat } from './inspect-file.ts';

/** What was chosen, with how the file is written. */
export type DealOptions = FileFormat & { existing: NonNullable<DealImport['existing']> };

export function toDealImport(row: ImportRow): DealImport {
  const { existing = null } = (row.options ?? {}) as Partial<DealOptions>;
  return { ...toRun(row), detected: row.detected as DetectedDeals, existing };
}

export async function showDealImport(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  row: ImportRow,
): Promise<DealImportShown> {
  return { ...toDealImport(row), earlier: row.state === 'uploaded' ? await startedBefore(call, row) : null };
}

/** When the same bytes were loaded last. */
async function startedBefore(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  { id, digest }: ImportRow,
): Promise<DealImportShown['earlier']> {
  const { rows } = await sql<{ id: string; createdBy: string | null; startedAt: Date }>`
    select id, created_by ->> 'name' as "createdBy", started_at as "startedAt" from imports
    where workspace_id = ${call.workspaceId} and kind = 'deals' and digest = ${digest} and id <> ${id}
      and started_at is not null
    order by started_at desc limit 1`.execute(call.tx);
  const found = rows[0];
  return found ? { id: found.id, createdBy: found.createdBy ?? '', startedAt: iso(found.startedAt) } : null;
}
