// The instant of a start as it is asked for; the database knows the zones' rules.
import { sql } from 'kysely';
import type { CampaignCall } from './campaigns.types.ts';

/** A time without an offset is a time of the workspace. */
export async function instantOf(call: Pick<CampaignCall, 'tx' | 'workspaceId'>, at: string): Promise<Date> {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(at)) return new Date(at);
  const { rows } = await sql<{ at: Date }>`
    select ${at}::timestamp at time zone time_zone as at from workspaces where id = ${call.workspaceId}`.execute(
    call.tx,
  );
  return rows[0]!.at;
}
