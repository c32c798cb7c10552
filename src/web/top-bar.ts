// What features show in the top bar, such as the number's health: one line per item, loaded apart.
import { type ComponentType, lazy } from 'react';
import { loadPageTexts } from './texts.ts';

/** An item is a small component without props that draws nothing when it has nothing to say. */
export const topBarItems: { id: string; Item: ComponentType }[] = [
  {
    id: 'number-health',
    Item: lazy(async () => ({
      default: (await import('#features/numbers/web/NumberHealth.tsx')).NumberHealth,
    })),
  },
  {
    id: 'presence',
    Item: lazy(async () => {
      // Its texts come with those of pages.
      const [{ PresenceMenu }] = await Promise.all([
        import('#features/team/web/PresenceMenu.tsx'),
        loadPageTexts(),
      ]);
      return { default: PresenceMenu };
    }),
  },
  {
    id: 'notifications',
    Item: lazy(async () => ({
      default: (await import('#features/notifications/web/NotificationBell.tsx')).NotificationBell,
    })),
  },
];
