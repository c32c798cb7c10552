// The SQL on working hours of the workspace and of single people.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';
import type { Span } from './hours.contract.ts';

type HoursCall = Pick<Call, 'tx' | 'workspaceId'>;

export type KeptHours = {
  timeZone: string;
  hours: Span[] | null;
  people: Map<string, { hours: Span[]; timeZone: string | null }>;
};

export async function readHours({ tx, workspaceId }: HoursCall): Promise<KeptHours> {
  const { rows } = await sql<{ timeZone: string; hours: Span[] | null }>`
    select w.time_zone as "timeZone", s.hours from workspaces w
    left join team_settings s on s.workspace_id = w.id where w.id = ${workspaceId}`.execute(tx);
  const own = await tx
    .selectFrom('member_hours')
    .select(['user_id', 'hours', 'time_zone'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const people = own.map(
    (row) => [row.user_id, { hours: row.hours as Span[], timeZone: row.time_zone }] as const,
  );
  return { ...rows[0]!, people: new Map(people) };
}

export async function saveHours(
  { tx, workspaceId }: HoursCall,
  hours: readonly Span[] | null,
): Promise<void> {
  await sql`
    insert into team_settings (workspace_id, hours)
    values (${workspaceId}, ${hours === null ? null : JSON.stringify(hours)}::jsonb)
    on conflict (workspace_id) do update set hours = excluded.hours`.execute(tx);
}

export async function saveMemberHours(
  { tx, workspaceId }: HoursCall,
  userId: string,
  own: { hours: readonly Span[]; timeZone: string | null } | null,
): Promise<void> {
  if (own === null)
    await sql`delete from member_hours where workspace_id = ${workspaceId} and user_id = ${userId}`.execute(
      tx,
    );
  else
    await sql`
      insert into member_hours (workspace_id, user_id, hours, time_zone)
      values (${workspaceId}, ${userId}, ${JSON.stringify(own.hours)}::jsonb, ${own.timeZone})
      on conflict (workspace_id, user_id) do update set hours = excluded.hours,
        time_zone = excluded.time_zone`.execute(tx);
}
