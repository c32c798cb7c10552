// What WhatsApp delivers when a customer taps a button of a template, a reply button or a row of a list.

import type { Inbound } from '../world/inbound.ts';
import type { Message } from '../world/messages.ts';
import { BadWish } from './control.ts';

interface Choice {
  id: string;
  title: string;
  description?: string;
}

/** Reads `{"button": index | text | id, "card"?: index}` against the message. */
export function tapped(message: Message, wish: Record<string, unknown>): Inbound {
  if (message.shown) return templateTap(message, wish);
  const interactive = message.content as { type?: string; action?: Record<string, unknown> };
  const action = interactive.action ?? {};
  if (interactive.type === 'button') {
    const choices = (action.buttons as { reply: Choice }[]).map(({ reply }) => reply);
    const { id, title } = chosen(choices, wish.button);
    return reply(message, 'button_reply', { id, title });
  }
  if (interactive.type === 'list') {
    const rows = (action.sections as { rows: Choice[] }[]).flatMap((section) => section.rows);
    const { id, title, description } = chosen(rows, wish.button);
    return reply(message, 'list_reply', { id, title, ...(description && { description }) });
  }
  if (interactive.type === 'flow') {
    const response = JSON.stringify(wish.response ?? { flow_token: 'unused' });
    return reply(message, 'nfm_reply', { name: 'flow', body: 'Sent', response_json: response });
  }
  throw new BadWish(
    `A message of the kind ${interactive.type ?? message.type} has nothing that answers when tapped.`,
  );
}

function templateTap(message: Message, wish: Record<string, unknown>): Inbound {
  const shown = wish.card === undefined ? message.shown! : message.shown!.cards?.[Number(wish.card)];
  const buttons = (shown?.buttons ?? []).filter(({ type }) => type === 'QUICK_REPLY');
  const choices = buttons.map((button) => ({ id: button.payload ?? button.text, title: button.text }));
  const { id, title } = chosen(choices, wish.button);
  return { type: 'button', button: { payload: id, text: title }, repliesTo: message.id };
}

function reply(message: Message, kind: string, content: unknown): Inbound {
  return { type: 'interactive', interactive: { type: kind, [kind]: content }, repliesTo: message.id };
}

function chosen(choices: Choice[], wanted: unknown): Choice {
  const choice =
    typeof wanted === 'number' || wanted === undefined
      ? choices[Number(wanted ?? 0)]
      : choices.find(({ id, title }) => id === wanted || title === wanted);
  if (choice) return choice;
  const titles = choices.map(({ title }) => `"${title}"`).join(', ');
  throw new BadWish(`There is no button ${JSON.stringify(wanted)}. To choose from: ${titles || 'none'}.`);
}
