// The SQL on the settings of conversions.
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { ConversionSettings as SettingsTable } from '#db/tables.generated.ts';
import type { ConversionTrouble } from '#whatsapp/conversions.ts';
import type { ReadCall, StoreCall } from './conversions.types.ts';

export type SettingsRow = Selectable<SettingsTable>;

export function readSettings(call: ReadCall): Promise<SettingsRow | undefined> {
  return call.tx
    .selectFrom('conversion_settings')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .executeTakeFirst();
}

type SettingsWrite = Pick<
  SettingsRow,
  'enabled' | 'account_id' | 'dataset_id' | 'token_sealed' | 'test_code' | 'subscribed_only'
>;

/** What was in trouble is tried anew. */
export async function writeSettings(call: StoreCall, values: SettingsWrite): Promise<void> {
  const row = { ...values, trouble: null, trouble_detail: null, trouble_at: null, updated_at: call.now };
  await call.tx
    .insertInto('conversion_settings')
    .values({ workspace_id: call.workspaceId, ...row })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
    .execute();
}

export async function deleteSettings(call: ReadCall): Promise<void> {
  await call.tx.deleteFrom('conversion_settings').where('workspace_id', '=', call.workspaceId).execute();
}

/**
 * Notes what keeps events from being taken, or that nothing does any more. Settings that were saved after `tried` were
 * read stay as they are: nobody knows yet how they do. Answers whether that was news.
 */
export async function noteTrouble(
  call: StoreCall,
  tried: Pick<SettingsRow, 'updated_at'>,
  trouble: { kind: ConversionTrouble; detail: string } | null,
): Promise<boolean> {
  const { rows } = await sql`
    update conversion_settings set trouble = ${trouble?.kind ?? null}, trouble_detail = ${trouble?.detail ?? null},
      trouble_at = ${trouble ? call.now : null}
    where workspace_id = ${call.workspaceId} and updated_at = ${tried.updated_at}
      and trouble is distinct from ${trouble?.kind ?? null}
    returning workspace_id`.execute(call.tx);
  return rows.length > 0;
}

/** Those of the workspaces that tell conversions; all that do when none are named. `tx` is the system's. */
export async function workspacesTelling(tx: Tx, among?: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from conversion_settings
    where enabled and ${among ? sql`workspace_id = any(${among}::uuid[])` : sql`true`}`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
