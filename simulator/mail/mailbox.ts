// The mailbox page: what the product mailed and texted, and the conversions that it told, live.

import type { FastifyInstance } from 'fastify';
import { serveNews } from '../pages/live.ts';
import { servePage } from '../pages/page.ts';
import type { World } from '../world/world.ts';

const MOST_SHOWN = 500;
const FOLDER = new URL('./web/', import.meta.url);

export function mailbox(app: FastifyInstance, world: World): void {
  servePage(app, '/mailbox', FOLDER, { page: 'mailbox.html', styles: ['mailbox.css'], script: 'mailbox.ts' });

  serveNews(app, world, '/mailbox/api/news', ({ kind }) =>
    kind === 'mail' || kind === 'conversions' || kind === 'reset' ? kind : undefined,
  );

  app.get('/mailbox/api/mails', async () => ({
    mails: world.mails
      .list()
      .map(({ html: _html, text, ...mail }) => ({ ...mail, excerpt: text.slice(0, 140) }))
      .reverse(),
    sms: [...world.sms.sent.list()].reverse(),
    conversions: world.conversions.list().slice(-MOST_SHOWN).reverse(),
  }));

  app.get<{ Params: { sequence: string } }>('/mailbox/api/mails/:sequence', async (request, reply) => {
    const mail = world.mails.find(Number(request.params.sequence));
    return mail ?? reply.code(404).send({ error: 'This mail is not there any more.' });
  });

  app.delete('/mailbox/api/mails', async () => {
    world.mails.clear();
    world.sms.empty();
    world.conversions.clear();
    world.feed.tell({ kind: 'mail' });
    return { ok: true };
  });
}
