// The service worker: shows pushes, opens what they are about, and has a page for when there is no network.
// It keeps that page alone: code and answers always come from the server, so nothing old is ever served.

const KEPT = 'rondine-offline-1';
const OFFLINE = ['/offline.html', '/offline.js', '/favicon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll(OFFLINE.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(OFFLINE[0])));
  else if (OFFLINE.includes(pathname)) event.respondWith(fetch(request).catch(() => caches.match(pathname)));
});

self.addEventListener('push', (event) => {
  const message = event.data?.json() ?? {};
  event.waitUntil(show(message));
});

async function show({ title, body, tag, path, workspaceId, unread }) {
  if (typeof unread === 'number') await self.navigator.setAppBadge?.(unread).catch(() => {});
  await self.registration.showNotification(title, {
    body,
    tag: `${workspaceId ?? ''}:${tag}`,
    renotify: true,
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: { path, workspaceId },
  });
}

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event));
});

/** The browser gave this device another address: the server hears of it at once, although no window is open. */
async function renew({ oldSubscription, newSubscription }) {
  const applicationServerKey = oldSubscription?.options.applicationServerKey;
  if (!newSubscription && !applicationServerKey) return;
  const subscription =
    newSubscription ??
    (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys } = subscription.toJSON();
  await fetch('/api/v1/push-devices', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-rondine-csrf': '1' },
    body: JSON.stringify({ endpoint, keys, replaces: oldSubscription?.endpoint }),
  });
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data ?? {}));
});

/** In a window that is open already, else in a new one. */
async function open({ path = '/', workspaceId = null }) {
  const windows = await self.clients.matchAll({ type: 'window' });
  const shown = windows.find((each) => each.visibilityState === 'visible') ?? windows[0];
  if (shown) {
    await shown.focus().catch(() => {});
    shown.postMessage({ type: 'open', path, workspaceId });
    return;
  }
  const address = new URL(path, self.location.origin);
  if (workspaceId) address.searchParams.set('workspace', workspaceId);
  await self.clients.openWindow(address.href);
}
