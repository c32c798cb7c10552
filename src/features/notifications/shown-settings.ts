// The person's notification settings as the contract shows them.

import type { OpenCall } from '#operations/call.ts';
import { ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';
import { chosenChannels, type Preferences } from './hearing/channels.ts';
import { KIND_NAMES, NOTIFICATION_KINDS } from './kinds.contract.ts';
import { defaultPreferences, findPreferences } from './notification-preferences.store.ts';
import type { NotificationSettings } from './notification-settings.contract.ts';
import { pushKey } from './push/vapid.ts';

type SettingsCall = Pick<OpenCall, 'db' | 'services'>;

/** Of somebody who has set nothing: the defaults, in the time zone of their first workspace. */
export async function preferencesOf({ db }: SettingsCall, userId: string): Promise<Preferences> {
  const kept = (await findPreferences(db.kysely, [userId])).get(userId);
  if (kept) return kept;
  const [first] = await workspacesOf(db, userId);
  return defaultPreferences(first?.time_zone ?? 'UTC');
}

export async function showSettings(call: SettingsCall, userId: string): Promise<NotificationSettings> {
  const preferences = await preferencesOf(call, userId);
  const roles = (await workspacesOf(call.db, userId)).map(({ role }) => role as Role);
  const allowed = new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
  const { channels: _channels, ...rest } = preferences;
  return {
    ...rest,
    mutedWorkspaces: [...rest.mutedWorkspaces],
    kinds: KIND_NAMES.filter((kind) => allowed.has(NOTIFICATION_KINDS[kind].permission)).map((kind) => {
      const { group, title, description, urgent } = NOTIFICATION_KINDS[kind];
      return { kind, group, title, description, urgent, channels: [...chosenChannels(kind, preferences)] };
    }),
    pushKey: await pushKey(call.services),
  };
}

async function workspacesOf(db: SettingsCall['db'], userId: string) {
  return db.asSystem((tx) =>
    tx
      .selectFrom('memberships as m')
      .innerJoin('workspaces as w', 'w.id', 'm.workspace_id')
      .select(['m.role', 'w.time_zone', 'w.id'])
      .where('m.user_id', '=', userId)
      .orderBy('w.name')
      .execute(),
  );
}
