// How the browser application is built: from src/web into dist/web, every route a chunk of its own.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { browserModules } from './scripts/browser-modules.ts';

const apiTarget = 'http://127.0.0.1:4000';

export default defineConfig({
  root: 'src/web',
  cacheDir: '../../node_modules/.vite-web',
  plugins: [react(), browserModules()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    // The content security policy allows no data: scripts or styles, and fonts are better cached as files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            {
              name: 'navigation',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': apiTarget } },
});
