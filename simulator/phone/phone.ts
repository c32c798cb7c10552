// The phone page: one plays the customers of a business.

import type { FastifyInstance } from 'fastify';
import { describe } from '../control/control-customers.ts';
import { serveNews } from '../pages/live.ts';
import { servePage } from '../pages/page.ts';
import type { News } from '../world/feed.ts';
import type { World } from '../world/world.ts';
import { chatRow, chatRows, isOnPhone, phoneMessage } from './chats.ts';

const FOLDER = new URL('./web/', import.meta.url);
const PAGE = 60;

type ChatParams = { phoneId: string; waId: string };

export function phone(app: FastifyInstance, world: World): void {
  servePage(app, '/phone', FOLDER, {
    page: 'phone.html',
    styles: ['phone.css', 'customers.css', 'bubbles.css', 'attachments.css', 'sheet.css'],
    script: 'phone.ts',
  });
  serveNews(app, world, '/phone/api/news', (news) => shape(world, news));

  app.get<{ Querystring: { search?: string; limit?: string } }>('/phone/api/chats', async (request) => ({
    chats: chatRows(world, request.query.search ?? '', Math.min(Number(request.query.limit) || 60, 500)),
    total: world.threads.size,
    businesses: [...world.businesses.phones.values()].map(({ id, verifiedName, displayNumber }) => ({
      id,
      name: verifiedName,
      number: displayNumber,
    })),
  }));

  app.get<{ Params: ChatParams; Querystring: { before?: string } }>(
    '/phone/api/chats/:phoneId/:waId',
    async (request, reply) => {
      const { phoneId, waId } = request.params;
      const business = world.businesses.phones.get(phoneId);
      if (!business) return reply.code(404).send({ error: 'There is no such business number.' });
      const customer = world.customers.get(waId);
      const thread = world.threads.get(phoneId, customer);
      const before = Number(request.query.before) || Number.POSITIVE_INFINITY;
      const visible = thread.messages.filter((message) => message.sequence < before && isOnPhone(message));
      return {
        chat: chatRow(world, thread),
        customer: describe(world, customer),
        business: { id: phoneId, name: business.verifiedName, number: business.displayNumber },
        marketingStopped: customer.marketingStopped.has(world.businesses.portfolioOf(business).id),
        messages: visible.slice(-PAGE).map((message) => phoneMessage(world, message)),
        more: visible.length > PAGE,
      };
    },
  );

  app.get<{ Params: { id: string } }>('/phone/api/media/:id', async (request, reply) => {
    const media = world.media.find(request.params.id, world.clock.now());
    if (!media) return reply.code(404).send('');
    return reply.type(media.mimeType).header('cache-control', 'max-age=3600').send(media.bytes);
  });
}

function shape(world: World, news: News): unknown {
  if (news.kind === 'reset') return { kind: 'reset' };
  if (news.kind === 'typing') return { kind: 'typing', phoneId: news.phoneId, waId: news.customer.waId };
  if (news.kind === 'customer') return { kind: 'customer', waId: news.customer.waId };
  if (news.kind === 'mail' || news.kind === 'conversions' || news.kind === 'quality') return undefined;
  const { message } = news;
  return {
    kind: 'message',
    phoneId: message.phoneId,
    waId: message.customer.waId,
    chat: chatRow(world, message.thread),
    message: isOnPhone(message) ? phoneMessage(world, message) : null,
  };
}
