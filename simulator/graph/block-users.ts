// The block list of a number.

import type { FastifyInstance } from 'fastify';
import type { Phone } from '../world/businesses.ts';
import type { Customer } from '../world/customers.ts';
import { failureOf } from '../world/failures.ts';
import { dialledDigits, whatsappId } from '../world/phone-numbers.ts';
import { windowIsOpen } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { phoneFor } from './access.ts';
import { type Fields, fieldsOf, isObject, opened, requireProduct, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';
import { page } from './paging.ts';

const MOST = 64_000;

export function blockUsers(app: FastifyInstance, world: World): void {
  const path = '/:id/block_users';
  app.post<{ Params: { id: string } }>(path, async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    const added: Fields[] = [];
    const failed: Fields[] = [];
    for (const { input, customer } of readUsers(world, phone, fieldsOf(request))) {
      if (phone.blockList.size >= MOST) throw new GraphError(139101);
      const thread = customer && world.threads.find(phone.id, customer.waId);
      const wrote = thread && windowIsOpen(thread, world.clock.now());
      if (!customer || (!wrote && !phone.blockList.has(customer.waId))) failed.push(refused(input, customer));
      else {
        phone.blockList.set(customer.waId, customer);
        added.push({ input, wa_id: customer.waId });
      }
    }
    return {
      messaging_product: 'whatsapp',
      block_users: { added_users: added, ...(failed.length > 0 && { failed_users: failed }) },
      ...(failed.length > 0 && { error: new GraphError(139100).body().error }),
    };
  });

  app.delete<{ Params: { id: string } }>(path, async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    const removed: Fields[] = [];
    for (const { input, customer } of readUsers(world, phone, fieldsOf(request))) {
      if (!customer) continue;
      phone.blockList.delete(customer.waId);
      removed.push({ input, wa_id: customer.waId });
    }
    return { messaging_product: 'whatsapp', block_users: { removed_users: removed } };
  });

  app.get<{ Params: { id: string } }>(path, async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    const rows = [...phone.blockList.keys()].map((waId) => ({ messaging_product: 'whatsapp', wa_id: waId }));
    const self = `${request.protocol}://${request.host}${request.originalUrl}`;
    return page(rows, opened(request.query as Fields), self);
  });
}

function readUsers(world: World, phone: Phone, fields: Fields): { input: string; customer?: Customer }[] {
  requireProduct(fields);
  const users = fields.block_users;
  if (!Array.isArray(users) || users.length === 0)
    throw invalidParameter('Param block_users must be a non-empty array.');
  return users.map((one) => {
    const user = isObject(one) ? one : {};
    const input = textOf(user.user) ?? textOf(user.user_id);
    if (!input) throw invalidParameter('Every item of block_users needs user or user_id.');
    const digits = user.user === undefined ? undefined : dialledDigits(input);
    const portfolio = world.businesses.portfolioOf(phone);
    const customer = digits
      ? world.customers.get(whatsappId(digits))
      : world.customers.findByUserId(input, portfolio.id);
    return { input, customer };
  });
}

function refused(input: string, customer: Customer | undefined): Fields {
  const failure = failureOf(139103)!;
  return {
    input,
    ...(customer && { wa_id: customer.waId }),
    errors: [{ message: failure.title, code: 139103, error_data: { details: failure.details } }],
  };
}
