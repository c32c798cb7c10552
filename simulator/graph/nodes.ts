// GET, POST and DELETE on a bare id: an account, a number, a template, a file, an app, an upload.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world/world.ts';
import { appFor, mayTouch, phoneFor, templateFor, wabaFor } from './access.ts';
import { type Fields, fieldsOf, opened } from './fields.ts';
import { unknownObject } from './graph-error.ts';
import { accountHealth } from './health.ts';
import { deleteMedia, mediaNode } from './media.ts';
import { choose, wantedFields } from './paging.ts';
import { changePhone, shownPhone } from './phone-numbers.ts';
import { templateNode, USUAL_TEMPLATE_FIELDS } from './template-view.ts';
import { editTemplate } from './templates.ts';
import { receiveUpload, uploadNode } from './uploads.ts';
import { changeWaba, shownWaba } from './wabas.ts';

const MANAGE = 'whatsapp_business_management';

export function nodes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string } }>('/:id', async (request) => {
    const { id } = request.params;
    const { caller } = request;
    const query = opened(request.query as Fields);
    const { businesses, templates, media, clock } = world;
    if (id.startsWith('upload:')) return uploadNode(world, id);
    if (businesses.phones.has(id)) return shownPhone(world, phoneFor(world, caller, id, MANAGE), query);
    if (businesses.wabas.has(id)) return shownWaba(world, wabaFor(world, caller, id), query);
    if (templates.find(id)) {
      const template = templateFor(world, caller, id);
      const health = accountHealth(id, 'MESSAGE_TEMPLATE', template.status !== 'APPROVED');
      const node = { ...templateNode(template), health_status: health };
      return choose(node, wantedFields(query), USUAL_TEMPLATE_FIELDS);
    }
    if (media.find(id, clock.now())) {
      refuseStrange(world, request, id);
      return mediaNode(world, id, query, `${request.protocol}://${request.host}`);
    }
    if (businesses.apps.has(id)) {
      const { name } = appFor(world, caller, id);
      return choose({ id, name, category: 'Business and Pages', link: '' }, wantedFields(query), ['name']);
    }
    const portfolio = businesses.portfolios.get(id);
    if (portfolio) {
      const node = { id, name: portfolio.name, verification_status: 'verified' };
      return choose(node, wantedFields(query), ['name']);
    }
    throw unknownObject('GET', id);
  });

  app.post<{ Params: { id: string } }>('/:id', async (request) => {
    const { id } = request.params;
    const { caller } = request;
    if (id.startsWith('upload:')) return receiveUpload(world, request, id);
    const fields = fieldsOf(request);
    if (world.businesses.phones.has(id)) {
      return changePhone(world, phoneFor(world, caller, id, MANAGE), caller.token.appId, fields);
    }
    if (world.businesses.wabas.has(id)) return changeWaba(wabaFor(world, caller, id), fields);
    if (world.templates.find(id)) return editTemplate(world, templateFor(world, caller, id), fields);
    throw unknownObject('POST', id);
  });

  app.delete<{ Params: { id: string } }>('/:id', async (request) => {
    const { id } = request.params;
    if (!world.media.find(id, world.clock.now())) throw unknownObject('DELETE', id);
    refuseStrange(world, request, id);
    return deleteMedia(world, id, request.query as Fields);
  });
}

/** A file belongs to the account of its number. */
function refuseStrange(world: World, request: FastifyRequest, id: string): void {
  const phoneId = world.media.find(id, world.clock.now())!.phoneId;
  const wabaId = world.businesses.phones.get(phoneId)?.wabaId ?? '';
  if (!mayTouch(request.caller.token, wabaId)) throw unknownObject(request.method, id);
}
