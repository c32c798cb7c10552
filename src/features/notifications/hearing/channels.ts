// By which channels one kind reaches one person at a moment. Pure.
import {
  type Channel,
  NOTIFICATION_KINDS,
  type NotificationKind,
} from '#features/notifications/kinds.contract.ts';
import type { QuietHours } from '#features/notifications/notification-settings.contract.ts';
import { isQuiet } from './quiet-hours.ts';

export type Preferences = {
  /** What differs from the defaults, by kind. */
  channels: Partial<Record<NotificationKind, readonly Channel[]>>;
  quiet: QuietHours | null;
  timeZone: string;
  preview: boolean;
  mailAfterMinutes: number;
  mailEveryMinutes: number;
  mutedWorkspaces: readonly string[];
};

export function chosenChannels(kind: NotificationKind, preferences: Preferences): readonly Channel[] {
  return preferences.channels[kind] ?? NOTIFICATION_KINDS[kind].channels;
}

/**
 * A muted workspace is heard in the product only. In quiet hours, and for who does not want to be disturbed, there is
 * neither sound nor push, but for what is urgent; mail stays, because the digest waits for the end of the hours by itself.
 */
export function channelsNow(
  kind: NotificationKind,
  preferences: Preferences,
  workspaceId: string,
  at: Date,
  isBusy = false,
): Channel[] {
  const chosen = chosenChannels(kind, preferences);
  if (preferences.mutedWorkspaces.includes(workspaceId)) return chosen.filter((channel) => channel === 'app');
  const isSilent = isBusy || isQuiet(preferences.quiet, preferences.timeZone, at);
  const silent = isSilent && !NOTIFICATION_KINDS[kind].urgent;
  return chosen.filter((channel) => !silent || channel === 'app' || channel === 'mail');
}
