// One plays the owner with the phone app that shares the number: writes in it, hands its past and its contacts over.

import type { Phone } from '../world/businesses.ts';
import { wamid } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish, type Call } from './control.ts';
import { customerFor, phoneIdFor } from './control-customers.ts';
import { inboundFrom } from './inbound-wish.ts';

type Json = Record<string, unknown>;

export function controlPhoneApp(add: AddRoute, world: World): void {
  const phoneOf = ({ body }: Call) => world.businesses.phones.get(phoneIdFor(world, body.phone_number_id))!;
  const tell = (phone: Phone, field: string, value: Json) =>
    world.webhooks.aboutAccount(
      world.businesses.wabaOf(phone),
      field,
      { messaging_product: 'whatsapp', metadata: world.metadata(phone), ...value },
      world.clock.now(),
    );

  add(
    'POST',
    '/phone-app',
    'A phone app shares the number from now on ({"since"?: ISO time}), or no longer ({"shared":false}); tells what it was asked to hand over.',
    (call) => {
      const phone = phoneOf(call);
      const { shared, since } = call.body;
      if (shared === false) delete phone.phoneApp;
      else if (shared === true || !phone.phoneApp)
        phone.phoneApp = { since: Number(seconds(world, since)) * 1_000, asked: new Set() };
      return { shared: phone.phoneApp !== undefined, asked: [...(phone.phoneApp?.asked ?? [])] };
    },
  );
  add(
    'POST',
    '/phone-app/messages',
    'The owner writes in the phone app (smb_message_echoes): {"to":"+39…"} with {"text":"Hi"} or {"image":…} as a customer would.',
    (call) => {
      const phone = phoneOf(call);
      const customer = customerFor(world, String(call.body.to ?? ''));
      const { type, repliesTo, ...content } = inboundFrom(world, phone.id, call.body);
      const echo = {
        from: phone.digits,
        to: customer.waId,
        id: wamid(customer.waId, 'business'),
        timestamp: world.clock.seconds(world.clock.now()),
        type,
        [type]: content[type],
        ...(repliesTo && { context: { from: customer.waId, id: repliesTo } }),
      };
      tell(phone, 'smb_message_echoes', { message_echoes: [echo] });
      return { id: echo.id };
    },
  );
  add(
    'POST',
    '/phone-app/history',
    'The phone app hands over a part of its past: {"threads":[{"number":"+39…","messages":[{"from":"customer"|"business","text"|"image"|…,"at":ISO time,"status":"READ","id"?,"placeholder":true?}]}],"phase","chunk_order","progress"}; {"declined":true} for an owner who shares none; {"media":true} for files that follow.',
    (call) => {
      const phone = phoneOf(call);
      const { body } = call;
      if (body.declined === true) {
        tell(phone, 'history', {
          history: [
            {
              errors: [
                {
                  code: 2593109,
                  title: 'History sync is turned off by the business',
                  message: 'History sharing is turned off by the business',
                  error_data: { details: 'The business has chosen not to share its history.' },
                },
              ],
            },
          ],
        });
        return { messages: [] };
      }
      const threads = listOf(body.threads, 'threads').map((thread) => pastThread(world, phone, thread));
      const messages = threads.flatMap((thread) => thread.messages);
      if (body.media === true) tell(phone, 'history', { messages });
      else {
        const metadata = {
          phase: body.phase ?? 0,
          chunk_order: body.chunk_order ?? 1,
          progress: body.progress ?? 100,
        };
        tell(phone, 'history', { history: [{ metadata, threads }] });
      }
      return { messages: messages.map(({ id }) => id) };
    },
  );
  add(
    'POST',
    '/phone-app/contacts',
    'The address book of the phone app changes: {"contacts":[{"number":"+39…","full_name","first_name","action":"add"|"remove","at"?}]}.',
    (call) => {
      const phone = phoneOf(call);
      const changes = listOf(call.body.contacts, 'contacts').map((one) => ({
        type: 'contact',
        contact: {
          ...(one.full_name !== undefined && { full_name: one.full_name }),
          ...(one.first_name !== undefined && { first_name: one.first_name }),
          phone_number: customerFor(world, String(one.number)).waId,
        },
        action: one.action ?? 'add',
        metadata: { timestamp: seconds(world, one.at) },
      }));
      tell(phone, 'smb_app_state_sync', { state_sync: changes });
      return { contacts: changes.length };
    },
  );
}

function pastThread(world: World, phone: Phone, thread: Json) {
  const customer = customerFor(world, String(thread.number));
  const messages = listOf(thread.messages, 'messages').map((one) => {
    const isOurs = one.from === 'business';
    const { type, repliesTo, ...content } = one.placeholder
      ? { type: 'media_placeholder', repliesTo: undefined }
      : inboundFrom(world, phone.id, one);
    return {
      from: isOurs ? phone.digits : customer.waId,
      ...(isOurs && { to: customer.waId }),
      id: String(one.id ?? wamid(customer.waId, isOurs ? 'business' : 'customer')),
      timestamp: seconds(world, one.at),
      type,
      ...(type in content && { [type]: (content as Json)[type] }),
      ...(repliesTo && { context: { id: repliesTo } }),
      history_context: { status: String(one.status ?? 'READ') },
    };
  });
  return { id: customer.waId, messages };
}

function listOf(given: unknown, name: string): Json[] {
  if (!Array.isArray(given)) throw new BadWish(`${name} must be a list.`);
  return given as Json[];
}

/** A time of the past, or now. */
function seconds(world: World, at: unknown): string {
  const time = at === undefined ? world.clock.now() : Date.parse(String(at));
  if (Number.isNaN(time)) throw new BadWish(`"${at}" is no time: write it like 2026-11-22T10:00:00Z.`);
  return world.clock.seconds(time);
}
