// What features show in the top bar, such as the number's health: one line per item, loaded apart.
import type { ComponentType } from 'react';
import { lazyPart } from './lazy-part.ts';

/** An item is a small component without props that draws nothing when it has nothing to say. */
export const topBarItems: { id: string; Item: ComponentType }[] = [
  {
    id: 'number-health',
    Item: lazyPart(async () => (await import('#features/numbers/web/NumberHealth.tsx')).NumberHealth),
  },
  {
    id: 'presence',
    Item: lazyPart(async () => (await import('#features/team/web/PresenceMenu.tsx')).PresenceMenu),
  },
  {
    id: 'notifications',
    Item: lazyPart(
      async () => (await import('#features/notifications/web/NotificationBell.tsx')).NotificationBell,
    ),
  },
];
