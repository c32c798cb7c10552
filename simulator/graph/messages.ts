// POST /{phone-number-id}/messages: sends a message, or marks one as read.

import type { FastifyInstance } from 'fastify';
import type { Phone } from '../world/businesses.ts';
import type { Customer } from '../world/customers.ts';
import { deliver } from '../world/delivery.ts';
import { failureOf } from '../world/failures.ts';
import { heldBy, keepHeld } from '../world/hold-back.ts';
import { wamid } from '../world/ids.ts';
import { takePairAllowance, takePortfolioRoom, takeThroughput } from '../world/limits.ts';
import { linkProblem } from '../world/link-check.ts';
import { magicOf } from '../world/magic.ts';
import { dialledDigits, whatsappId } from '../world/phone-numbers.ts';
import { windowIsOpen } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { phoneFor } from './access.ts';
import { type Fields, fieldsOf, isObject, requireProduct, textOf } from './fields.ts';
import { GraphError, invalidParameter, invalidValue } from './graph-error.ts';
import { markReadByBusiness } from './mark-read.ts';
import { checkContent, MESSAGE_TYPES } from './message-rules.ts';
import { readTemplateSend, refuseCodeToUserId, type TemplateSend } from './message-templates.ts';

interface Recipient {
  customer: Customer;
  input: string;
  addressedBy: 'phone' | 'user-id';
}

export function messages(app: FastifyInstance, world: World): void {
  const path = '/:id/messages';
  app.post<{ Params: { id: string } }>(path, async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    const fields = fieldsOf(request);
    requireProduct(fields);
    if (fields.status !== undefined) return markReadByBusiness(world, phone, fields);
    return send(world, phone, fields);
  });

  app.post<{ Params: { id: string } }>('/:id/marketing_messages', async (request) => {
    const phone = phoneFor(world, request.caller, request.params.id, 'whatsapp_business_messaging');
    const fields = fieldsOf(request);
    requireProduct(fields);
    return send(world, phone, fields, { marketingOnly: true });
  });
}

async function send(world: World, phone: Phone, fields: Fields, only?: { marketingOnly: boolean }) {
  const now = world.clock.now();
  const type = textOf(fields.type)?.toLowerCase() ?? 'text';
  if (!MESSAGE_TYPES.includes(type)) {
    throw invalidParameter(
      `Param type must be one of {${MESSAGE_TYPES.join(', ').toUpperCase()}} - got "${fields.type}".`,
    );
  }
  if (!phone.registered) throw new GraphError(133010);
  const recipient = recipientOf(world, phone, fields);
  const callbackText = textOf(fields.biz_opaque_callback_data);
  if (callbackText !== undefined && callbackText.length > 512) {
    throw invalidParameter('Param biz_opaque_callback_data must be at most 512 characters long.');
  }
  const checking = { world, phoneId: phone.id };
  checkContent(checking, type, fields);
  const templateSend =
    type === 'template' ? readTemplateSend(checking, phone.wabaId, fields.template as Fields) : undefined;
  if (only && templateSend?.template.category !== 'MARKETING') throw new GraphError(131055);
  const thread = world.threads.get(phone.id, recipient.customer);
  const open = windowIsOpen(thread, now);
  refuseByPerson(phone, recipient, templateSend);
  refuseByStanding(world, phone, open);
  if (!open && !templateSend && type !== 'reaction' && world.settings.windowErrors === 'sync') {
    throw new GraphError(131047);
  }
  if (!takeThroughput(phone, world.settings, now)) throw new GraphError(130429);
  if (!takePairAllowance(thread, world.settings, now)) throw new GraphError(131056);
  let errorCode: number | undefined;
  if (
    !open &&
    !takePortfolioRoom(
      world.businesses.portfolioOf(phone),
      phone,
      recipient.customer.waId,
      world.settings,
      now,
    )
  ) {
    errorCode = world.settings.limits.uniqueUsersCode;
  }
  errorCode ??= reactionProblem(world, type, fields);
  if (world.settings.fetchLinks === 'always') errorCode ??= await linkProblem(type, fields[type]);
  const { entryPoint } = thread;
  if (entryPoint && entryPoint.freeUntil === undefined && now < entryPoint.openedAt + 24 * 3_600_000) {
    entryPoint.freeUntil = now + 72 * 3_600_000;
  }
  const template = templateSend?.template;
  const holder = template && errorCode === undefined ? heldBy(world, phone, template, now) : undefined;
  const held = holder !== undefined;
  const message = world.messages.add({
    id: wamid(recipient.customer.waId, 'business'),
    direction: 'business',
    phoneId: phone.id,
    customer: recipient.customer,
    thread,
    type,
    content: fields[type],
    at: now,
    state: held ? 'held' : 'accepted',
    contextId: contextOf(type, fields),
    callbackText,
    addressedBy: recipient.addressedBy,
    outsideWindow: !open,
    errorCode,
    heldBy: holder,
    ...(template &&
      templateSend && {
        shown: templateSend.shown,
        template: {
          id: template.id,
          name: template.name,
          language: template.language,
          category: template.category,
        },
        ...(template.ttlSeconds &&
          template.ttlSeconds > 0 && { expiresAt: now + template.ttlSeconds * 1000 }),
      }),
  });
  if (template) thread.lastTemplate = message;
  world.threads.touch(thread, now);
  world.accounts.accepted(message);
  world.feed.tell({ kind: 'message', message });
  if (held) keepHeld(world, message);
  else deliver(world, message);
  const messageStatus = held ? 'held_for_quality_assessment' : 'accepted';
  return {
    messaging_product: 'whatsapp',
    contacts: [
      recipient.addressedBy === 'phone'
        ? { input: recipient.input, wa_id: recipient.customer.waId }
        : { input: recipient.input, user_id: recipient.input },
    ],
    messages: [{ id: message.id, ...(template && { message_status: messageStatus }) }],
  };
}

function recipientOf(world: World, phone: Phone, fields: Fields): Recipient {
  if (fields.recipient_type === 'group') throw invalidParameter('Groups are not available for this number.');
  if (fields.recipient_type !== undefined && fields.recipient_type !== 'individual') {
    throw invalidParameter('Param recipient_type must be one of {INDIVIDUAL, GROUP}.');
  }
  const to = textOf(fields.to);
  if (to) {
    const digits = dialledDigits(to);
    if (!digits) throw invalidValue(`Param to must be a phone number with country code, got "${to}".`);
    return { customer: world.customers.get(whatsappId(digits)), input: to, addressedBy: 'phone' };
  }
  const userId = textOf(fields.recipient);
  if (!userId) throw invalidParameter('The parameter to is required.');
  const portfolio = world.businesses.portfolioOf(phone);
  const customer = world.customers.findByUserId(userId, portfolio.id);
  if (!customer) throw invalidValue(`Param recipient is not a known business-scoped user id: "${userId}".`);
  return { customer, input: userId, addressedBy: 'user-id' };
}

function refuseByPerson(phone: Phone, { customer, addressedBy }: Recipient, send?: TemplateSend): void {
  if (customer.waId === phone.digits) throw new GraphError(131021);
  if (phone.blockList.has(customer.waId)) throw new GraphError(130403);
  if (send && addressedBy === 'user-id') refuseCodeToUserId(send.template);
  const code = magicOf(customer.waId)?.failCode;
  if (code !== undefined && failureOf(code)?.where === 'sync') throw new GraphError(code);
}

/** A restriction that the account earned leaves it its answers; one that was set by hand leaves nothing. */
function refuseByStanding(world: World, phone: Phone, open: boolean): void {
  if (phone.status === 'BANNED' || phone.status === 'DISCONNECTED') throw new GraphError(131031);
  if (phone.status !== 'RESTRICTED') return;
  const earned = world.businesses.wabaOf(phone).standing.restrictedUntil !== undefined;
  if (!earned) throw new GraphError(131031);
  if (!open) throw new GraphError(368);
}

/** A reaction to a message that is unknown, itself a reaction, or older than 30 days fails by webhook. */
function reactionProblem(world: World, type: string, fields: Fields): number | undefined {
  if (type !== 'reaction') return undefined;
  const target = world.messages.find(String((fields.reaction as Fields).message_id));
  const old = target && target.at < world.clock.now() - 30 * 86_400_000;
  return !target || old || target.type === 'reaction' ? 131009 : undefined;
}

function contextOf(type: string, fields: Fields): string | undefined {
  if (type === 'reaction') return textOf((fields.reaction as Fields).message_id);
  return isObject(fields.context) ? textOf(fields.context.message_id) : undefined;
}
