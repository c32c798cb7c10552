// What people do with a message, noted for its number and its template, and judged at once when it is bad.

import { note, type Signal } from '../reputation/quality-week.ts';
import type { Message } from './messages.ts';
import { assessPhone, assessTemplate } from './watch.ts';
import type { World } from './world.ts';

/** Notes a signal about a template message; nothing where people do not judge. */
export function signal(world: World, message: Message, what: Signal, at: number): void {
  if (!world.settings.people.judge || !message.template) return;
  signalAbout(world, message.phoneId, message.template.id, what, at);
}

/** The same where only the number is known, such as a block on the phone page. */
export function signalAbout(
  world: World,
  phoneId: string,
  templateId: string | undefined,
  what: Signal,
  at: number,
): void {
  if (!world.settings.people.judge) return;
  const phone = world.businesses.phones.get(phoneId);
  if (!phone) return;
  const template = templateId === undefined ? undefined : world.templates.find(templateId);
  note(phone.week, at, what);
  if (template) note(template.week, at, what);
  if (what === 'delivered') return;
  assessPhone(world, phone, at);
  if (template) assessTemplate(world, template, at);
}
