// Pairs each promise about notifications with its handler.
import { pair, pairOpen } from '#operations/handle.ts';
import { notificationSettingsContract } from './notification-settings.contract.ts';
import { notificationsContract } from './notifications.contract.ts';
import { attend } from './operations/attend.ts';
import { listNotifications } from './operations/list-notifications.ts';
import { markNotificationsRead } from './operations/mark-notifications-read.ts';
import { getSettings, updateSettings } from './operations/notification-settings.ts';
import {
  addPushDevice,
  listPushDevices,
  removePushDevice,
  tryPushDevice,
} from './operations/push-devices.ts';
import { tellCompany } from './operations/read-company.ts';
import { summarizeNotifications } from './operations/summarize-notifications.ts';

export const notificationsOperations = pair(notificationsContract, {
  list: listNotifications,
  summary: summarizeNotifications,
  markRead: markNotificationsRead,
  attend,
  company: tellCompany,
});

export const notificationSettingsOperations = pairOpen(notificationSettingsContract, {
  get: getSettings,
  update: updateSettings,
  devices: listPushDevices,
  addDevice: addPushDevice,
  removeDevice: removePushDevice,
  tryDevice: tryPushDevice,
});
