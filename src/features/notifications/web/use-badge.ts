// Shows the number of unread notifications where the tab is not in front: its title, its icon, the app's icon.
import { useEffect } from 'react';
import { setTitleBadge } from '#web/page-title.ts';

const PLAIN = '/favicon.svg';
const DOTTED = '/favicon-dot.svg';

export function useBadge(unread: number): void {
  useEffect(() => showBadge(unread), [unread]);
  useEffect(() => () => showBadge(0), []);
}

/** 0 takes it away, also from the icon of the app, where it would stay after signing out. */
export function showBadge(unread: number): void {
  setTitleBadge(unread);
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  icon?.setAttribute('href', unread > 0 ? DOTTED : PLAIN);
  // Only installed apps have one.
  const setting = unread > 0 ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.();
  void setting?.catch(() => {});
}
