// The SQL on how people want to hear.
import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/tables.generated.ts';
import type { Preferences } from './hearing/channels.ts';

const DEFAULTS: Omit<Preferences, 'timeZone'> = {
  channels: {},
  quiet: null,
  preview: false,
  mailAfterMinutes: 10,
  mailEveryMinutes: 60,
  mutedWorkspaces: [],
};

/** Of people who have set nothing: the defaults, with the time zone of their workspace. */
export function defaultPreferences(timeZone: string): Preferences {
  return { ...DEFAULTS, timeZone };
}

/** Those of `userIds` who have set something. */
export async function findPreferences(
  db: Kysely<DB>,
  userIds: readonly string[],
): Promise<Map<string, Preferences>> {
  const { rows } = await sql<Preferences & { userId: string }>`
    select user_id as "userId", channels, quiet, time_zone as "timeZone", preview,
      mail_after_minutes as "mailAfterMinutes", mail_every_minutes as "mailEveryMinutes",
      muted_workspaces as "mutedWorkspaces"
    from notification_preferences where user_id = any(${userIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ userId, ...preferences }) => [userId, preferences]));
}

export async function savePreferences(
  db: Kysely<DB>,
  userId: string,
  preferences: Preferences,
  at: Date,
): Promise<void> {
  const quiet = preferences.quiet === null ? null : JSON.stringify(preferences.quiet);
  await sql`
    insert into notification_preferences (user_id, channels, quiet, time_zone, preview, mail_after_minutes,
      mail_every_minutes, muted_workspaces, updated_at)
    values (${userId}, ${JSON.stringify(preferences.channels)}::jsonb, ${quiet}::jsonb, ${preferences.timeZone},
      ${preferences.preview}, ${preferences.mailAfterMinutes}, ${preferences.mailEveryMinutes},
      ${preferences.mutedWorkspaces}::uuid[], ${at})
    on conflict (user_id) do update set channels = excluded.channels, quiet = excluded.quiet,
      time_zone = excluded.time_zone, preview = excluded.preview, mail_after_minutes = excluded.mail_after_minutes,
      mail_every_minutes = excluded.mail_every_minutes, muted_workspaces = excluded.muted_workspaces,
      updated_at = excluded.updated_at`.execute(db);
}

/** When the person was last pushed and mailed to in the workspace; locked to the end of the transaction. */
export async function lockCalls(
  tx: Kysely<DB>,
  workspaceId: string,
  userId: string,
): Promise<{ pushedAt: Date | null; mailedAt: Date | null }> {
  const { rows } = await sql<{ pushedAt: Date | null; mailedAt: Date | null }>`
    insert into notification_calls (workspace_id, user_id) values (${workspaceId}, ${userId})
    on conflict (workspace_id, user_id) do update set user_id = excluded.user_id
    returning pushed_at as "pushedAt", mailed_at as "mailedAt"`.execute(tx);
  return rows[0]!;
}

export async function noteCalled(
  tx: Kysely<DB>,
  workspaceId: string,
  userId: string,
  at: { pushed_at: Date } | { mailed_at: Date },
): Promise<void> {
  await tx
    .updateTable('notification_calls')
    .set(at)
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
}
