// What a person does after reading a template: answers, taps, writes STOP, stops marketing, blocks, reports.

import { receive } from './inbound.ts';
import type { Behaviour } from './magic.ts';
import type { Message, ShownTemplate } from './messages.ts';
import { signal } from './signals.ts';
import { OPT_OUT } from './words.ts';
import type { World } from './world.ts';

const ANSWERS: Record<string, string[]> = {
  it: [
    'Grazie!',
    'Mi interessa, come funziona?',
    'A che ora aprite domani?',
    'Perfetto 👍',
    'Potete chiamarmi?',
  ],
  es: ['¡Gracias!', 'Me interesa, ¿cómo funciona?', '¿A qué hora abrís mañana?', 'Perfecto 👍'],
  en: ['Thank you!', 'Sounds good, how does it work?', 'What time do you open tomorrow?', 'Perfect 👍'],
};

/** Lets the recipient of `message` do what their behaviour says. */
export function act(world: World, message: Message, behaviour: Behaviour): void {
  const { customer, phoneId } = message;
  switch (behaviour) {
    case 'reply':
      receive(world, phoneId, customer, { type: 'text', text: { body: answer(world, message) } });
      break;
    case 'tap-first-button':
      tapOrWrite(world, message, (text) => !OPT_OUT.test(text), answer(world, message));
      break;
    case 'write-stop':
      tapOrWrite(world, message, (text) => OPT_OUT.test(text), 'STOP');
      break;
    case 'stop-marketing':
      setMarketing(world, message, 'stop');
      break;
    case 'report':
    case 'block':
      customer.blocked.add(phoneId);
      signal(world, message, behaviour === 'report' ? 'reported' : 'blocked', world.clock.now());
      world.feed.tell({ kind: 'customer', customer });
      break;
    case 'mute':
      customer.muted.add(phoneId);
      signal(world, message, 'muted', world.clock.now());
      world.feed.tell({ kind: 'customer', customer });
      break;
    default:
  }
}

/** The person stops or resumes marketing of a business in the app; told as user_preferences. */
export function setMarketing(world: World, message: Message, value: 'stop' | 'resume'): void {
  if (value === 'stop') world.accounts.optedOut(message);
  changeMarketing(world, message.phoneId, message.customer.waId, value);
}

export function changeMarketing(world: World, phoneId: string, waId: string, value: 'stop' | 'resume'): void {
  const phone = world.businesses.phones.get(phoneId);
  const customer = world.customers.find(waId);
  if (!phone || !customer) return;
  const portfolio = world.businesses.portfolioOf(phone);
  if (value === 'stop') customer.marketingStopped.add(portfolio.id);
  else customer.marketingStopped.delete(portfolio.id);
  const person = world.identity(phone, customer);
  const verb = value === 'stop' ? 'stop' : 'resume';
  world.webhooks.aboutAccount(
    world.businesses.wabaOf(phone),
    'user_preferences',
    {
      messaging_product: 'whatsapp',
      metadata: world.metadata(phone),
      contacts: [person.contact],
      user_preferences: [
        {
          ...(person.waId && { wa_id: person.waId }),
          user_id: person.userId,
          detail: `User requested to ${verb} marketing messages`,
          category: 'marketing_messages',
          value,
          timestamp: Math.floor(world.clock.now() / 1000),
        },
      ],
    },
    world.clock.now(),
  );
  world.feed.tell({ kind: 'customer', customer });
}

function tapOrWrite(
  world: World,
  message: Message,
  wanted: (text: string) => boolean,
  otherwise: string,
): void {
  const buttons = (message.shown as ShownTemplate | undefined)?.buttons ?? [];
  const button = buttons.find(({ type, text }) => type === 'QUICK_REPLY' && wanted(text));
  const content = button
    ? { type: 'button', button: { payload: button.payload ?? button.text, text: button.text } }
    : { type: 'text', text: { body: otherwise } };
  receive(world, message.phoneId, message.customer, { ...content, repliesTo: button && message.id });
}

function answer(world: World, message: Message): string {
  const language = message.template?.language.slice(0, 2) ?? 'en';
  return world.dice.pick(ANSWERS[language] ?? ANSWERS.en!);
}
