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

/** Who shares a number: its running campaigns that somebody waits for now, with how many messages each wants sent. */
export async function campaignsOfNumber(
  call: CampaignCall,
  numberId: string,
): Promise<{ id: string; wanted: number }[]> {
  const { rows } = await sql<{ id: string; wanted: number }>`
    select id, waiting_count + queued_count as wanted from campaigns
    where workspace_id = ${call.workspaceId} and number_id = ${numberId} and state = 'running'
      and (next_due_at is null or next_due_at <= ${call.now})`.execute(call.tx);
  return rows;
}

/** Why most of a campaign's messages failed, in words. */
export async function worstReason(
  call: CampaignCall,
  campaignId: string,
): Promise<{ kind: string; text: string } | null> {
  const { rows } = await sql<{ kind: string; text: string }>`
    select reason as kind, reason_text as text from (
      select reason, reason_text from campaign_recipients
      where workspace_id = ${call.workspaceId} and campaign_id = ${campaignId} and state = 'failed' limit 2000
    ) failed where reason_text is not null group by reason, reason_text order by count(*) desc limit 1`.execute(
    call.tx,
  );
  return rows[0] ?? null;
}

/** Messages of it are in the queue again: those of a campaign that stands still are taken back. */
export async function takeBackWhenStopped(call: CampaignCall, campaignId: string): Promise<void> {
  await sql`update campaigns set settling = true
    where workspace_id = ${call.workspaceId} and id = ${campaignId} and state in ('paused', 'cancelled')`.execute(
    call.tx,
  );
}
