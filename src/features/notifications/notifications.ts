// The front door of notifications: how open tabs of a person learn that theirs changed, and the keys for pushes.

export { NOTIFIED_SIGNAL } from './jobs/gather.job.ts';
export { eraseNotifications } from './notifications-erase.store.ts';
export { ATTENTION_SIGNAL } from './operations/attend.ts';
export { pushKey } from './push/vapid.ts';
