// The SQL on sending settings: when bulk may go out, and when errors stop it.
import { sql } from 'kysely';
import type { CampaignHours, ErrorLimit, SendingHours, SendingSettings } from './sending.contract.ts';
import type { SendingCall } from './sending.types.ts';

/** Pauses a campaign of which nearly a third fails, once that is no accident. */
export const BUILT_IN_ERROR_LIMIT: ErrorLimit = { share: 0.3, least: 50 };

type ReadCall = Pick<SendingCall, 'tx' | 'workspaceId'>;

export async function readSettings(call: ReadCall): Promise<SendingSettings> {
  const row = await call.tx
    .selectFrom('sending_settings')
    .select(['hours', 'hours_for_api', 'error_limit'])
    .where('workspace_id', '=', call.workspaceId)
    .executeTakeFirst();
  return {
    hours: (row?.hours as SendingHours | null) ?? null,
    hoursForApi: row?.hours_for_api ?? false,
    errorLimit: (row?.error_limit as ErrorLimit | null) ?? BUILT_IN_ERROR_LIMIT,
  };
}

export async function saveSettings(call: SendingCall, settings: SendingSettings): Promise<void> {
  const values = {
    hours: settings.hours && JSON.stringify(settings.hours),
    hours_for_api: settings.hoursForApi,
    error_limit: JSON.stringify(settings.errorLimit),
    updated_at: call.now,
  };
  await call.tx
    .insertInto('sending_settings')
    .values({ workspace_id: call.workspaceId, ...values })
    .onConflict((c) => c.column('workspace_id').doUpdateSet(values))
    .execute();
}

export type HoursInForce = {
  /** Where nothing tells the customer's zone. */
  timeZone: string;
  workspace: SendingHours | null;
  forApi: boolean;
  /** Of the running campaigns of the number that have a choice of their own. */
  campaigns: Map<string, CampaignHours>;
};

/** The hours that concern the messages of a number. */
export async function readHours(call: ReadCall, numberId: string): Promise<HoursInForce> {
  const { rows } = await sql<{
    timeZone: string;
    workspace: SendingHours | null;
    forApi: boolean;
    campaigns: Record<string, CampaignHours> | null;
  }>`
    select w.time_zone as "timeZone", s.hours as workspace, coalesce(s.hours_for_api, false) as "forApi",
      (select jsonb_object_agg(c.id, c.hours) from campaigns c where c.workspace_id = w.id and c.number_id = ${numberId}
        and c.state = 'running' and c.hours is not null) as campaigns
    from workspaces w left join sending_settings s on s.workspace_id = w.id
    where w.id = ${call.workspaceId}`.execute(call.tx);
  const [row] = rows;
  return {
    timeZone: row?.timeZone ?? 'UTC',
    workspace: row?.workspace ?? null,
    forApi: row?.forApi ?? false,
    campaigns: new Map(Object.entries(row?.campaigns ?? {})),
  };
}

/** The hours that a campaign keeps, or null for any time. */
export function hoursOf(
  own: CampaignHours | null | undefined,
  workspace: SendingHours | null,
): SendingHours | null {
  if (!own) return workspace;
  return own.kind === 'own' ? { days: own.days } : null;
}
