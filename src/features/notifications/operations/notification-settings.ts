// Shows and changes how the person wants to hear.
import { isZone } from '#features/notifications/hearing/quiet-hours.ts';
import { savePreferences } from '#features/notifications/notification-preferences.store.ts';
import type { notificationSettingsContract } from '#features/notifications/notification-settings.contract.ts';
import { preferencesOf, showSettings } from '#features/notifications/shown-settings.ts';
import { badInput } from '#kit/errors.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { listeningPerson } from './listening-person.ts';

export const getSettings: OpenHandler<typeof notificationSettingsContract.get> = (call) =>
  showSettings(call, listeningPerson(call));

export const updateSettings: OpenHandler<typeof notificationSettingsContract.update> = async (
  call,
  { kinds = [], ...changes },
) => {
  const userId = listeningPerson(call);
  if (changes.timeZone !== undefined && !isZone(changes.timeZone))
    throw badInput([
      { path: 'timeZone', message: 'There is no such time zone. Choose one like Europe/Rome.' },
    ]);
  const before = await preferencesOf(call, userId);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const chosen = Object.fromEntries(kinds.map(({ kind, channels }) => [kind, [...new Set(channels)]]));
  await savePreferences(
    call.db.kysely,
    userId,
    { ...before, ...given, channels: { ...before.channels, ...chosen } },
    call.now,
  );
  return showSettings(call, userId);
};
