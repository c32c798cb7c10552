// What the phone page asks of the simulator, and in which shapes it gets it.

export interface Chat {
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

export interface MediaPart {
  id?: string;
  link?: string;
  caption?: string;
  filename?: string;
  mime_type?: string;
}

export interface ShownButton {
  type: string;
  text: string;
  url?: string;
  phone?: string;
  code?: string;
}

export interface Shown {
  header?: { type: string; text?: string; media?: MediaPart; location?: Record<string, unknown> };
  body?: string;
  footer?: string;
  buttons: ShownButton[];
  cards?: Shown[];
}

export interface Message {
  sequence: number;
  id: string;
  direction: 'business' | 'customer';
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the type of the message
  content: any;
  shown?: Shown;
  state: string;
  time: number;
  reactions: { from: string; emoji: string }[];
  read_by_business: boolean;
  quoted: { id: string; text: string; mine: boolean } | null;
}

export interface OpenChat {
  chat: Chat;
  customer: { name: string; username?: string; visibility: string };
  business: { id: string; name: string; number: string };
  marketingStopped: boolean;
  messages: Message[];
  more: boolean;
}

export interface ChatList {
  chats: Chat[];
  total: number;
  businesses: { id: string; name: string; number: string }[];
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error ?? 'Something went wrong.');
  return body as T;
}

const post = (path: string, body: unknown) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const listChats = (search: string) =>
  ask<ChatList>(`/phone/api/chats?search=${encodeURIComponent(search)}`);

export const openChat = (phoneId: string, waId: string, before?: number) =>
  ask<OpenChat>(`/phone/api/chats/${phoneId}/${waId}${before ? `?before=${before}` : ''}`);

/** One thing a customer does towards a business: messages, tap, read, block, … */
export const act = (
  chat: { phoneId: string; waId: string },
  what: string,
  more: Record<string, unknown> = {},
) => post(`/_simulator/customers/${chat.waId}/${what}`, { phone_number_id: chat.phoneId, ...more });

export function sourceOf(media: MediaPart | undefined): string | undefined {
  if (media?.id) return `/phone/api/media/${media.id}`;
  return media?.link && /^https?:/.test(media.link) ? media.link : undefined;
}
