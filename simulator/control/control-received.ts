// What the world received: messages, the account, webhooks sent, SMS, mail, caught requests.

import { qualityView } from '../quality/quality-view.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';
import { customerFor, phoneIdFor } from './control-customers.ts';
import { describeMessage } from './message-view.ts';

export function controlReceived(add: AddRoute, world: World): void {
  add(
    'GET',
    '/messages?phone_number_id&customer&since&biz_opaque_callback_data&direction&state&limit&after',
    'Messages in order of arrival; `next` goes into `after`.',
    ({ query }) => {
      const { messages, next } = world.messages.list({
        phoneId: query.phone_number_id,
        waId: query.customer === undefined ? undefined : customerFor(world, query.customer).waId,
        since: query.since === undefined ? undefined : moment(query.since),
        callbackText: query.biz_opaque_callback_data,
        direction: query.direction as 'business' | 'customer' | undefined,
        state: query.state,
        after: query.after === undefined ? undefined : Number(query.after),
        limit: Math.min(Math.max(Number(query.limit ?? 100) || 100, 1), 5_000),
      });
      return { messages: messages.map((message) => describeMessage(world, message)), next: next ?? null };
    },
  );
  add('GET', '/messages/:id', 'One message.', ({ params }) => {
    const message = world.messages.find(params.id!);
    if (!message) throw new BadWish(`There is no message ${params.id}.`, 404);
    return describeMessage(world, message);
  });
  add(
    'GET',
    '/account?phone_number_id&template',
    'Counts of what became of the messages of a number (and one template).',
    ({ query }) => world.accounts.read(phoneIdFor(world, query.phone_number_id), query.template),
  );
  add(
    'GET',
    '/quality',
    'What people think of each number and template, limits in use, standing, events.',
    () => qualityView(world),
  );
  add('GET', '/webhooks', 'Webhook addresses with what was posted, accepted, refused, and is pending.', () =>
    world.webhooks.report(),
  );
  add('GET', '/out-of-scope', 'Calls to endpoints that answer a plausible success and do nothing.', () =>
    world.outOfScope.list(),
  );
  add('GET', '/mails', 'E-mails that were caught.', () => world.mails.list());
  add('GET', '/conversions', 'Conversion events that were taken, newest last.', () =>
    world.conversions.list(),
  );
  add('GET', '/catch/:name', 'Requests that were made to /_catch/:name.', ({ params }) =>
    world.caught.list().filter(({ name }) => name === params.name),
  );
  add('DELETE', '/catch', 'Forgets all caught requests.', () => {
    world.caught.clear();
    return { ok: true };
  });
}

function moment(text: string): number {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(at)) throw new BadWish('since must be an ISO time or milliseconds since 1970.');
  return at;
}
