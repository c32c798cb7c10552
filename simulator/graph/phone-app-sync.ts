// Asking a phone app that shares its number to hand over its contacts and its past: once each, within a day.

import type { FastifyInstance } from 'fastify';
import { graphId } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { phoneFor } from './access.ts';
import { fieldsOf, requireProduct, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';

const DAY = 24 * 3_600_000;
const KINDS = ['smb_app_state_sync', 'history'];

export function phoneAppSync(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/:id/smb_app_data', async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_management');
    const fields = fieldsOf(request);
    requireProduct(fields);
    const kind = textOf(fields.sync_type) ?? '';
    if (!KINDS.includes(kind)) throw invalidParameter(`Param sync_type must be one of {${KINDS.join(', ')}}`);
    const { phoneApp } = phone;
    if (!phoneApp) throw new GraphError(131000, 'Something went wrong', { details: 'Not an app number.' });
    if (phoneApp.asked.has(kind))
      throw new GraphError(2593107, 'Sync was already requested', {
        details: 'A synchronization of this kind can be requested once.',
      });
    if (world.clock.now() > phoneApp.since + DAY)
      throw new GraphError(2593108, 'Sync is not available any more', {
        details: 'A synchronization must be requested within 24 hours of onboarding.',
      });
    phoneApp.asked.add(kind);
    return { messaging_product: 'whatsapp', request_id: graphId() };
  });
}
