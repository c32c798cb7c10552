// The SQL by which the engine finds what to do, across workspaces.
import { sql } from 'kysely';
import type { Tx } from '#db/database.ts';
import type { CampaignRow } from './campaigns.store.ts';
import type { CampaignCall } from './campaigns.types.ts';

/** Campaigns that run or must be settled; `tx` is the system's. */
export async function campaignsAtWork(
  tx: Tx,
): Promise<{ workspaceId: string; id: string; settling: boolean }[]> {
  const { rows } = await sql<{ workspaceId: string; id: string; settling: boolean }>`
    select workspace_id as "workspaceId", id, settling from campaigns
    where state = 'running' or settling order by started_at limit 200`.execute(tx);
  return rows;
}

/** Workspaces with figures that moved since they were announced; `tx` is the system's. */
export async function unannouncedWorkspaces(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct workspace_id as id from campaigns where unannounced`.execute(tx);
  return rows.map((row) => row.id);
}

/** Takes the campaigns whose figures moved, as announced. Rows that are being moved come next time. */
export async function announced(call: CampaignCall): Promise<CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    update campaigns c set unannounced = false from (
      select id from campaigns where workspace_id = ${call.workspaceId} and unannounced
      for no key update skip locked
    ) moved
    where c.workspace_id = ${call.workspaceId} and c.id = moved.id returning c.*`.execute(call.tx);
  return rows;
}
