// Writes what people are to be told, by the channels that reach them now, and has it pushed and mailed.
import { enqueue } from '#jobs/jobs.ts';
import { whoAreBusy } from './attention.store.ts';
import { channelsNow, type Preferences } from './hearing/channels.ts';
import { gather, intoCrowd } from './hearing/gather.ts';
import type { Told } from './hearing/hearing.ts';
import { withoutDoubles } from './hearing/without-doubles.ts';
import { digestJob } from './jobs/digest.job.ts';
import { pushJob } from './jobs/push.job.ts';
import type { Channel } from './kinds.contract.ts';
import { defaultPreferences, findPreferences } from './notification-preferences.store.ts';
import { type NotificationCall, openMessageKeys, writeNotifications } from './notifications.store.ts';
import { whoHaveDevices } from './push/push-devices.store.ts';

const MINUTE_MS = 60_000;
/** An open tab has this long to show it and to say that it is looked at. */
const GRACE_MS = 1_000;
const SLOT_MS = 2_000;

/** Answers who was told something. */
export async function tell(call: NotificationCall, told: readonly Told[]): Promise<string[]> {
  if (told.length === 0) return [];
  const gathered = intoCrowd(gather(told), await openMessageKeys(call));
  const userIds = [...new Set(gathered.map(({ userId }) => userId))];
  const preferences = await preferencesOf(call, userIds);
  const busy = await whoAreBusy(call, userIds);
  const { workspaceId, now } = call;
  const channelsOf = ({ kind, userId }: Told) =>
    channelsNow(kind, preferences.get(userId)!, workspaceId, now, busy.has(userId));
  const heard = withoutDoubles(
    gathered
      .map((each) => ({ ...each, channels: channelsOf(each) }))
      .filter(({ channels }) => channels.length > 0),
  );
  await writeNotifications(call, heard);
  const pushed = await whoHaveDevices(call.tx, [...usersWith(heard, 'push')]);
  for (const userId of pushed) await pushSoon(call, userId, call.now);
  for (const userId of usersWith(heard, 'mail')) {
    const { mailAfterMinutes } = preferences.get(userId)!;
    await mailLater(call, userId, new Date(call.now.getTime() + mailAfterMinutes * MINUTE_MS));
  }
  return [...new Set(heard.map(({ userId }) => userId))];
}

/** Jobs of one slot of time are one; another slot has its own, so that a steady stream puts nothing off. */
async function pushSoon({ tx, workspaceId }: NotificationCall, userId: string, after: Date): Promise<void> {
  const runAt = new Date(Math.ceil((after.getTime() + GRACE_MS) / SLOT_MS) * SLOT_MS);
  const key = `notifications.push:${workspaceId}:${userId}:${runAt.getTime()}`;
  await enqueue(tx, pushJob, { workspaceId, userId }, { key, runAt });
}

async function mailLater({ tx, workspaceId }: NotificationCall, userId: string, at: Date): Promise<void> {
  const runAt = new Date(Math.ceil(at.getTime() / MINUTE_MS) * MINUTE_MS);
  const key = `notifications.digest:${workspaceId}:${userId}:${runAt.getTime()}`;
  await enqueue(tx, digestJob, { workspaceId, userId }, { key, runAt });
}

async function preferencesOf(
  { tx, workspaceId }: NotificationCall,
  userIds: readonly string[],
): Promise<Map<string, Preferences>> {
  const found = await findPreferences(tx, userIds);
  if (found.size === userIds.length) return found;
  const workspace = await tx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return new Map(userIds.map((id) => [id, found.get(id) ?? defaultPreferences(workspace.time_zone)]));
}

function usersWith(heard: readonly (Told & { channels: Channel[] })[], channel: Channel): Set<string> {
  return new Set(heard.filter(({ channels }) => channels.includes(channel)).map(({ userId }) => userId));
}
