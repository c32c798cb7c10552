// Chats as the customer's phone shows them.

import { describeMessage } from '../control/message-view.ts';
import type { Message } from '../world/messages.ts';
import type { Thread } from '../world/threads.ts';
import type { World } from '../world/world.ts';

export interface ChatRow {
  phoneId: string;
  waId: string;
  name: string;
  number: string;
  business: string;
  at: number;
  unread: number;
  blocked: boolean;
  last: { text: string; mine: boolean; state: string } | null;
}

export function chatRow(world: World, thread: Thread): ChatRow {
  const { customer, phoneId } = thread;
  const last = thread.messages.findLast(({ type }) => type !== 'reaction') ?? thread.messages.at(-1);
  return {
    phoneId,
    waId: customer.waId,
    name: customer.name,
    number: `+${customer.waId}`,
    business: world.businesses.phones.get(phoneId)?.verifiedName ?? '',
    at: thread.lastAt,
    unread: thread.unread,
    blocked: customer.blocked.has(phoneId),
    last: last
      ? {
          text: excerpt(last),
          mine: last.direction === 'customer',
          state: last.readByBusiness ? 'read' : 'sent',
        }
      : null,
  };
}

/** Latest activity first; `search` looks into names and numbers. */
export function chatRows(world: World, search: string, limit: number): ChatRow[] {
  const wanted = search.trim().toLowerCase();
  const digits = wanted.replace(/\D/g, '');
  const rows: ChatRow[] = [];
  for (const thread of world.threads.latestFirst()) {
    const { name, waId } = thread.customer;
    const found = !wanted || name.toLowerCase().includes(wanted) || (digits !== '' && waId.includes(digits));
    if (found) rows.push(chatRow(world, thread));
    if (rows.length === limit) break;
  }
  return rows;
}

export function phoneMessage(world: World, message: Message) {
  const quoted =
    message.contextId && message.type !== 'reaction' ? world.messages.find(message.contextId) : undefined;
  return {
    ...describeMessage(world, message),
    time: message.at,
    quoted: quoted ? { id: quoted.id, text: excerpt(quoted), mine: quoted.direction === 'customer' } : null,
  };
}

/** Messages of a business reach the phone once they are delivered; before that nobody sees them. */
export function isOnPhone(message: Message): boolean {
  if (message.type === 'reaction') return false;
  if (message.direction === 'customer') return true;
  return message.state === 'delivered' || message.state === 'read' || message.state === 'played';
}

/** The beginning of a message in one line, without formatting marks. */
export function excerpt(message: Message): string {
  return wordsOf(message)
    .replace(/\s+/g, ' ')
    .replace(/(?<![\p{L}\p{N}])[*_~`]+|[*_~`]+(?![\p{L}\p{N}])/gu, '');
}

function wordsOf(message: Message): string {
  const content = (message.content ?? {}) as Record<string, unknown>;
  const words: Record<string, string> = {
    image: '📷 Photo',
    video: '🎬 Video',
    audio: '🎤 Audio',
    document: `📄 ${content.filename ?? 'Document'}`,
    sticker: 'Sticker',
    location: `📍 ${content.name ?? 'Location'}`,
    contacts: '👤 Contact',
    order: '🛒 Order',
  };
  if (message.type === 'text') return String(content.body ?? '').slice(0, 200);
  if (message.shown) return (message.shown.body ?? message.shown.header?.text ?? 'Template').slice(0, 200);
  if (message.type === 'button') return String(content.text ?? '');
  if (message.type === 'interactive') {
    const reply = (content.button_reply ?? content.list_reply) as { title?: string } | undefined;
    const body = content.body as { text?: string } | undefined;
    return reply?.title ?? body?.text?.slice(0, 200) ?? 'Message';
  }
  const caption = content.caption ? ` ${content.caption}` : '';
  return (words[message.type] ?? 'Message') + caption;
}
