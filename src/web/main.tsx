// Starts the browser application.
import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/surface.css';
import './named-workspace.ts';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { colorScheme } from './color-scheme.ts';
import { chooseLocale } from './i18n.ts';
import { Language } from './Language.tsx';
import { remembered } from './remembered.ts';
import { queryClient, router } from './router.tsx';
import { startServiceWorker } from './service-worker.ts';
import { loadTexts } from './texts.ts';
import { cssVariables, theme } from './theme.ts';

const ConfirmDialog = lazy(() =>
  import('./ui/ConfirmDialog.tsx').then((file) => ({ default: file.ConfirmDialog })),
);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to draw into.');

// From here on the stylesheet colours the page; first-paint.js did until now.
document.documentElement.style.removeProperty('background');

await loadTexts(chooseLocale(remembered('locale'), navigator.languages));

startServiceWorker(router);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
      >
        <Language>
          <Notifications position="bottom-right" limit={4} containerWidth={400} />
          <Suspense>
            <ConfirmDialog />
          </Suspense>
          <RouterProvider router={router} />
        </Language>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
