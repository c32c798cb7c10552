// The quality page: what people think of each number and template, and what follows from it, live.

import type { FastifyInstance } from 'fastify';
import { serveNews } from '../pages/live.ts';
import { servePage } from '../pages/page.ts';
import type { World } from '../world/world.ts';
import { qualityView } from './quality-view.ts';

const FOLDER = new URL('./web/', import.meta.url);

export function quality(app: FastifyInstance, world: World): void {
  servePage(app, '/quality', FOLDER, { page: 'quality.html', styles: ['quality.css'], script: 'quality.ts' });
  serveNews(app, world, '/quality/api/news', ({ kind }) =>
    kind === 'quality' || kind === 'reset' ? kind : undefined,
  );
  app.get('/quality/api/view', async () => qualityView(world));
}
