// The SQL on the settings of conversions, and on how they do.
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { ConversionSettings as SettingsTable } from '#db/tables.generated.ts';
import type { ReadCall, StoreCall } from './conversions.types.ts';

export type SettingsRow = Selectable<SettingsTable>;

export function readSettings(call: ReadCall): Promise<SettingsRow | undefined> {
  return ofWorkspace(call).executeTakeFirst();
}

/**
 * Who notes events, sends them or says what became of them holds the settings first: so these come one after the other
 * in a workspace, cannot wait for each other in a circle, and see it when somebody switches off meanwhile.
 */
export function lockSettings(call: ReadCall): Promise<SettingsRow | undefined> {
  return ofWorkspace(call).forUpdate().executeTakeFirst();
}

function ofWorkspace({ tx, workspaceId }: ReadCall) {
  return tx.selectFrom('conversion_settings').selectAll().where('workspace_id', '=', workspaceId);
}

type SettingsWrite = Pick<
  SettingsRow,
  'account_id' | 'dataset_id' | 'token_sealed' | 'test_code' | 'subscribed_only'
>;

/** What was in trouble is tried anew. Switched on they are since the first time in a row that this says so. */
export async function writeSettings(call: StoreCall, enabled: boolean, values: SettingsWrite): Promise<void> {
  const row = { ...values, ...ANEW, proven: false, enabled, updated_at: call.now };
  const since = enabled ? call.now : null;
  await call.tx
    .insertInto('conversion_settings')
    .values({ workspace_id: call.workspaceId, enabled_since: since, ...row })
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet({
        ...row,
        enabled_since: since && sql`coalesce(conversion_settings.enabled_since, ${since})`,
      }),
    )
    .execute();
}

export type Health = Partial<
  Pick<SettingsRow, 'trouble' | 'trouble_detail' | 'trouble_at' | 'paused_until' | 'proven'>
>;

/** Nothing keeps events from being taken, as far as is known. */
export const ANEW = {
  trouble: null,
  trouble_detail: null,
  trouble_at: null,
  paused_until: null,
} satisfies Health;

/**
 * Settings that were saved after `tried` were read stay as they are: nobody knows yet how they do. Answers whether this
 * was noted.
 */
export async function noteHealth(
  call: ReadCall,
  tried: Pick<SettingsRow, 'updated_at'>,
  health: Health,
): Promise<boolean> {
  const { numUpdatedRows } = await call.tx
    .updateTable('conversion_settings')
    .set(health)
    .where('workspace_id', '=', call.workspaceId)
    .where('updated_at', '=', tried.updated_at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those of the workspaces that tell conversions. `tx` is the system's. */
export async function workspacesTelling(tx: Tx, among: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from conversion_settings
    where enabled and workspace_id = any(${among}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Workspaces that tell conversions, or were switched off since `since`. `tx` is the system's. */
export async function workspacesToTend(tx: Tx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select workspace_id as id from conversion_settings where enabled or updated_at >= ${since}`.execute(tx);
  return rows.map((row) => row.id);
}
