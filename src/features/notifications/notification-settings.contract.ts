// What a person may set about being told: channels by kind, quiet hours, the digest, and devices that take pushes.
import { z } from 'zod';
import { Done, Id, Instant, openOperation } from '#operations/operation.ts';
import { Channel, KIND_GROUPS, Kind } from './kinds.contract.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 22:00');

export const QuietHours = z.object({
  from: TimeOfDay,
  to: TimeOfDay.describe('Before `from`: of the next day. Equal to it: no hours, only the days'),
  days: z.array(z.int().min(1).max(7)).max(7).describe('Days that are quiet altogether, 1 is Monday'),
});
export type QuietHours = z.infer<typeof QuietHours>;

export const NotificationSettings = z.object({
  kinds: z
    .array(
      z.object({
        kind: Kind,
        group: z.enum(KIND_GROUPS),
        title: z.string(),
        description: z.string(),
        urgent: z.boolean().describe('Passes quiet hours'),
        channels: z.array(Channel),
      }),
    )
    .describe('Kinds that concern the person in any workspace'),
  quiet: QuietHours.nullable().describe(
    'No sound, push or mail then, but for what is urgent; null: never quiet',
  ),
  timeZone: z.string().describe('Of the quiet hours, e.g. Europe/Rome'),
  preview: z.boolean().describe('Whether push and mail show what was written'),
  mailAfterMinutes: z.int().describe('Mail only what is unread for that long while one is away'),
  mailEveryMinutes: z.int().describe('At most one mail in that time'),
  mutedWorkspaces: z.array(Id).describe('Workspaces that tell nothing outside the product'),
  pushKey: z.string().describe('Public key with which a browser subscribes to pushes'),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

export const PushDevice = z.object({
  id: Id,
  name: z.string(),
  createdAt: Instant,
  pushedAt: Instant.nullable().describe('When it last took a push'),
});
export type PushDevice = z.infer<typeof PushDevice>;

export const notificationSettingsContract = {
  get: openOperation('signed_in')
    .route({ method: 'GET', path: '/notification-settings', summary: 'Get one’s own notification settings' })
    .output(NotificationSettings),
  update: openOperation('signed_in')
    .route({
      method: 'PATCH',
      path: '/notification-settings',
      summary: 'Change one’s own notification settings',
      description: 'What is left out stays as it is.',
    })
    .input(
      z.object({
        kinds: z
          .array(z.object({ kind: Kind, channels: z.array(Channel) }))
          .max(100)
          .optional()
          .describe('All channels of these kinds'),
        quiet: QuietHours.nullable().optional().describe('Null: never quiet'),
        timeZone: z.string().max(64).optional().describe('Of the quiet hours, e.g. Europe/Rome'),
        preview: z.boolean().optional().describe('Whether push and mail show what was written'),
        mailAfterMinutes: z
          .int()
          .min(1)
          .max(1440)
          .optional()
          .describe('Mail only what is unread for so many minutes while one is away'),
        mailEveryMinutes: z.int().min(5).max(1440).optional().describe('At most one mail in so many minutes'),
        mutedWorkspaces: z
          .array(Id)
          .max(200)
          .optional()
          .describe('Workspaces that tell nothing outside the product'),
      }),
    )
    .output(NotificationSettings),
  devices: openOperation('signed_in')
    .route({ method: 'GET', path: '/push-devices', summary: 'List one’s own devices that take pushes' })
    .output(z.object({ items: z.array(PushDevice) })),
  addDevice: openOperation('signed_in')
    .route({
      method: 'POST',
      path: '/push-devices',
      summary: 'Have a browser take pushes',
      description: 'With its push subscription. The same one again is the same device.',
    })
    .input(
      z.object({
        name: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .optional()
          .describe('Such as “Firefox on Windows”; left out: that of the one it replaces'),
        endpoint: z.url().max(2000).describe('Address of the browser’s push service'),
        keys: z
          .object({ p256dh: z.string().min(80).max(100), auth: z.string().min(20).max(40) })
          .describe('Keys of the browser’s subscription, as it gives them'),
        replaces: z
          .url()
          .max(2000)
          .optional()
          .describe('Former address of the same browser, to which nothing is pushed any more'),
      }),
    )
    .output(PushDevice),
  removeDevice: openOperation('signed_in')
    .route({ method: 'DELETE', path: '/push-devices/{id}', summary: 'Stop pushes to a device' })
    .input(z.object({ id: Id }))
    .output(Done),
  tryDevice: openOperation('signed_in')
    .route({ method: 'POST', path: '/push-devices/{id}/try', summary: 'Send a push to try a device' })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        outcome: z
          .enum(['sent', 'gone', 'failed'])
          .describe('gone: the browser no longer takes pushes, the device was removed'),
      }),
    ),
};
