// News as server-sent events, for pages that stay open.

import type { FastifyInstance } from 'fastify';
import type { News } from '../world/feed.ts';
import type { World } from '../world/world.ts';

/** Serves `url` as an event stream; `shape` turns news into what the page gets, or leaves it out. */
export function serveNews(
  app: FastifyInstance,
  world: World,
  url: string,
  shape: (news: News) => unknown,
): void {
  app.get(url, (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    raw.write('retry: 1000\n\n');
    let gathered: unknown[] = [];
    let timer: NodeJS.Timeout | undefined;
    const flush = () => {
      timer = undefined;
      raw.write(`data: ${JSON.stringify(gathered)}\n\n`);
      gathered = [];
    };
    const stop = world.feed.listen((news) => {
      const shaped = shape(news);
      if (shaped === undefined) return;
      gathered.push(shaped);
      timer ??= setTimeout(flush, 80);
    });
    const beat = setInterval(() => raw.write(': still here\n\n'), 15_000);
    request.raw.on('close', () => {
      stop();
      clearTimeout(timer);
      clearInterval(beat);
    });
  });
}
