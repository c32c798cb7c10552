// Datasets, one of each account, and the conversion events that they take: all of a call or none.

import type { FastifyInstance } from 'fastify';
import { fbtraceId } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { mayTouch, requireScope, wabaFor } from './access.ts';
import { readEvents } from './conversion-rules.ts';
import { fieldsOf, textOf } from './fields.ts';
import { unknownObject } from './graph-error.ts';

const EVENTS = 'whatsapp_business_manage_events';

export function datasets(app: FastifyInstance, world: World): void {
  for (const method of ['GET', 'POST'] as const)
    app.route<{ Params: { id: string } }>({
      method,
      url: '/:id/dataset',
      handler: async ({ caller, params }) => {
        const waba = wabaFor(world, caller, params.id);
        requireScope(caller.token, EVENTS);
        return { id: datasetOf(waba.id) };
      },
    });

  app.post<{ Params: { id: string } }>('/:id/events', async (request) => {
    const { caller, params } = request;
    const wabaId = [...world.businesses.wabas.keys()].find((id) => datasetOf(id) === params.id);
    if (!wabaId || !mayTouch(caller.token, wabaId)) throw unknownObject('POST', params.id);
    requireScope(caller.token, EVENTS);
    const fields = fieldsOf(request);
    const sent = Array.isArray(fields.data) ? fields.data.length : 0;
    let taken = 0;
    try {
      const events = readEvents(fields, wabaId, Math.floor(world.clock.now() / 1_000));
      const test = textOf(fields.test_event_code);
      const at = new Date(world.clock.now()).toISOString();
      for (const event of events)
        world.conversions.add({ at, dataset: params.id, test: test ?? null, event });
      taken = events.length;
    } finally {
      world.feed.tell({ kind: 'conversions', sent, taken });
    }
    return { events_received: taken, messages: [], fbtrace_id: fbtraceId() };
  });
}

/** An account has one dataset, whose id follows from its own: it needs no memory. */
export function datasetOf(wabaId: string): string {
  return `7${wabaId.slice(1)}`;
}
