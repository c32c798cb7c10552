// The SQL on the settings of the team: one row per workspace, there once something was set.
import type { Call } from '#operations/call.ts';

type SettingsCall = Pick<Call, 'tx' | 'workspaceId'>;

export async function readCloseReasons({ tx, workspaceId }: SettingsCall): Promise<string[]> {
  const row = await tx
    .selectFrom('team_settings')
    .select('close_reasons')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.close_reasons ?? [];
}

/** Whether a closed conversation in which its customer writes again is nobody's. */
export async function isReopenedToTeam({ tx, workspaceId }: SettingsCall): Promise<boolean> {
  const row = await tx
    .selectFrom('team_settings')
    .select('reopened_to_team')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.reopened_to_team ?? false;
}

export async function saveReopenedToTeam(
  { tx, workspaceId }: SettingsCall,
  reopened_to_team: boolean,
): Promise<void> {
  await tx
    .insertInto('team_settings')
    .values({ workspace_id: workspaceId, reopened_to_team })
    .onConflict((row) => row.column('workspace_id').doUpdateSet({ reopened_to_team }))
    .execute();
}

export async function saveCloseReasons(
  { tx, workspaceId }: SettingsCall,
  close_reasons: string[],
): Promise<void> {
  await tx
    .insertInto('team_settings')
    .values({ workspace_id: workspaceId, close_reasons })
    .onConflict((row) => row.column('workspace_id').doUpdateSet({ close_reasons }))
    .execute();
}
