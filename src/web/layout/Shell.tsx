// The frame of every signed-in page: rail and top bar on a desk, top bar and bottom tabs on a phone.
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { NumberAlert } from '#features/numbers/web/NumberAlert.tsx';
import { useKeyListener } from '#web/keys/keys.ts';
import { lazyPart } from '#web/lazy-part.ts';
import { followLive } from '#web/live.ts';
import { togglePalette } from '#web/palette/palette-store.ts';
import { useRemembered } from '#web/remembered.ts';
import { useWorkspace } from '#web/session.ts';
import { BottomTabs } from './BottomTabs.tsx';
import { NoWorkspace } from './NoWorkspace.tsx';
import { phoneWidth } from './phone-width.ts';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { usePaletteWanted } from './use-palette-wanted.ts';

const KeySheet = lazy(() => import('#web/keys/KeySheet.tsx').then((file) => ({ default: file.KeySheet })));
const KeptWork = lazyPart(
  async () => (await import('#features/conversations/web/outbox/KeptWork.tsx')).KeptWork,
);
const Palette = lazyPart(async () => (await import('#web/palette/Palette.tsx')).Palette);

export function Shell() {
  const t = useTranslations('shell');
  const workspace = useWorkspace();
  const isPhone = useMediaQuery(phoneWidth, window.matchMedia(phoneWidth).matches);
  const [rail, setRail] = useRemembered('rail');
  const narrow = rail === 'narrow';

  const queryClient = useQueryClient();
  const workspaceId = workspace?.id;
  useEffect(
    () => (workspaceId === undefined ? undefined : followLive(queryClient, workspaceId)),
    [queryClient, workspaceId],
  );

  // Here and not in the palette and the sheet of keys, which are loaded after the page: what is pressed meanwhile counts.
  useKeyListener();
  useHotkeys([['mod+K', togglePalette]], [], true);

  const wantsPalette = usePaletteWanted();

  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const content = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // Keyboard and screen reader start at the new page, not at what led to it: a link, the palette, a removed button.
    const focused = document.activeElement;
    const leftBehind = focused === document.body || focused?.closest('nav, [role="dialog"]');
    if (shown.current !== pathname && leftBehind) content.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <div className={styles.frame} data-phone={isPhone || undefined} data-narrow={narrow || undefined}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      {!isPhone && <Rail narrow={narrow} onNarrow={(next) => setRail(next ? 'narrow' : null)} />}
      <div className={styles.column}>
        <TopBar isPhone={isPhone} />
        {workspace && <NumberAlert key={workspace.id} />}
        <main id="content" ref={content} className={styles.content} tabIndex={-1}>
          {workspace === null && !pathname.startsWith('/settings/profile') ? (
            <NoWorkspace />
          ) : (
            <Outlet key={workspace?.id} />
          )}
        </main>
        {isPhone && <BottomTabs />}
      </div>
      <Suspense>{workspaceId && <KeptWork workspaceId={workspaceId} />}</Suspense>
      <Suspense>
        <KeySheet />
      </Suspense>
      {wantsPalette && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}
