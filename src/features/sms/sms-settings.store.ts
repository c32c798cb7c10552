// The SQL on the settings of SMS.
import type { Selectable } from 'kysely';
import type { SmsSettings as SettingsTable } from '#db/tables.generated.ts';
import type { Call } from '#operations/call.ts';

export type SettingsRow = Selectable<SettingsTable>;
type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;

export async function readSettings(call: ReadCall): Promise<SettingsRow | undefined> {
  return call.tx
    .selectFrom('sms_settings')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .executeTakeFirst();
}

export type SettingsWrite = {
  enabled: boolean;
  url: string;
  token_sealed: string | null;
  signing_secret_sealed: string | null;
  sender: string;
  format: 'json' | 'form';
  body: Record<string, string>;
  id_path: string;
  remembers_reference: boolean;
};

/** What was in trouble is tried anew. */
export async function writeSettings(
  call: ReadCall & Pick<Call, 'now'>,
  { body, ...plain }: SettingsWrite,
): Promise<void> {
  const row = { ...plain, body: JSON.stringify(body), trouble: null, updated_at: call.now };
  await call.tx
    .insertInto('sms_settings')
    .values({ workspace_id: call.workspaceId, ...row })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row))
    .execute();
}

export async function noteTrouble(call: ReadCall, trouble: string | null): Promise<void> {
  await call.tx
    .updateTable('sms_settings')
    .set({ trouble })
    .where('workspace_id', '=', call.workspaceId)
    .where('trouble', 'is distinct from', trouble)
    .execute();
}

export async function deleteSettings(call: ReadCall): Promise<void> {
  await call.tx.deleteFrom('sms_settings').where('workspace_id', '=', call.workspaceId).execute();
}
