// One message as a bubble, with its buttons below.

import { icon, icons, make } from '../../pages/web/make.ts';
import type { Message, Shown, ShownButton } from './api.ts';
import { contactsView, locationView, mediaView } from './attachments.ts';
import { isEmojiOnly, richText } from './rich-text.ts';
import { openRows, type SheetRow } from './sheet.ts';

export interface BubbleActions {
  tap: (message: Message, button: string, card?: number) => void;
  reply: (message: Message) => void;
  react: (message: Message, emoji: string) => void;
  note: (text: string) => void;
}

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];
const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

export function bubble(message: Message, actions: BubbleActions): HTMLElement {
  const mine = message.direction === 'customer';
  const parts = contentOf(message);
  const alone =
    message.type === 'sticker' || (message.type === 'text' && isEmojiOnly(message.content?.body ?? ''));
  const box = make(
    'div',
    { className: alone ? 'bubble alone' : 'bubble' },
    message.quoted && quote(message.quoted),
    ...parts,
    make('span', { className: 'stamp' }, timeOf(message.time), mine && ticks(message)),
  );
  const emoji = [...new Set(message.reactions.map((reaction) => reaction.emoji))].join('');
  if (emoji) box.append(make('span', { className: 'reactions', textContent: emoji }));
  const more = make(
    'button',
    { className: 'more', attrs: { 'aria-label': 'Answer or react' } },
    icon(icons.smile),
  );
  more.onclick = () => openMenu(message, actions);
  const group = make(
    'div',
    { className: 'group' },
    make('div', { className: 'bubble-line' }, box, more),
    buttonsOf(message, actions),
  );
  if (message.shown?.cards) group.append(carousel(message, message.shown.cards, actions));
  if (message.type === 'interactive' && message.content?.type === 'carousel') {
    group.append(carousel(message, interactiveCards(message), actions));
  }
  return make('article', { className: mine ? 'row mine' : 'row', attrs: { 'data-id': message.id } }, group);
}

function contentOf(message: Message): (Node | undefined)[] {
  const { type, content, shown } = message;
  if (shown) return shownParts(shown);
  if (type === 'text') return [text(content?.body)];
  if (MEDIA.includes(type)) return [mediaView(type, content), text(content?.caption)];
  if (type === 'location') return [locationView(content)];
  if (type === 'contacts') return [contactsView(content)];
  if (type === 'button') return [text(content?.text)];
  if (type === 'order') return [text(`🛒 ${content?.product_items?.length ?? 0} items`)];
  if (type === 'interactive') return interactiveParts(content);
  return [text(`(${type})`)];
}

function interactiveParts(content: Message['content']): (Node | undefined)[] {
  const reply = content?.button_reply ?? content?.list_reply;
  if (reply)
    return [text(reply.title), reply.description && make('small', { textContent: reply.description })];
  if (content?.nfm_reply) return [text(content.nfm_reply.body ?? 'Sent')];
  const header = content?.header;
  const shownHeader =
    header?.type === 'text'
      ? make('b', { className: 'heading', textContent: header.text })
      : header && mediaView(header.type, header[header.type]);
  return [shownHeader, text(content?.body?.text), footer(content?.footer?.text)];
}

function shownParts({ header, body, footer: last }: Shown): (Node | undefined)[] {
  let top: Node | undefined;
  if (header?.type === 'TEXT') top = make('b', { className: 'heading', textContent: header.text ?? '' });
  else if (header?.type === 'LOCATION') top = locationView(header.location ?? {});
  else if (header) top = mediaView(header.type.toLowerCase(), header.media);
  return [top, text(body), footer(last)];
}

const text = (value: unknown) => (value ? make('p', {}, richText(String(value))) : undefined);
const footer = (value?: string) =>
  value ? make('small', { className: 'footer', textContent: value }) : undefined;

function quote(quoted: NonNullable<Message['quoted']>): HTMLElement {
  const who = make('b', { textContent: quoted.mine ? 'You' : 'Business' });
  const box = make('button', { className: 'quote' }, who, make('span', { textContent: quoted.text }));
  box.onclick = () => {
    const target = document.querySelector(`[data-id="${CSS.escape(quoted.id)}"]`);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  };
  return box;
}

function buttonsOf(message: Message, actions: BubbleActions): HTMLElement | undefined {
  if (message.shown) return buttonRows(message, message.shown.buttons, actions);
  const action = message.content?.action;
  if (message.type !== 'interactive' || !action) return undefined;
  const kind = message.content.type;
  if (kind === 'button') {
    const buttons = action.buttons.map(({ reply }: { reply: { title: string } }) => ({
      type: 'QUICK_REPLY',
      text: reply.title,
    }));
    return buttonRows(message, buttons, actions);
  }
  if (kind === 'cta_url') {
    const { display_text, url } = action.parameters;
    return buttonRows(message, [{ type: 'URL', text: display_text, url }], actions);
  }
  if (kind === 'list') {
    const open = make('button', { className: 'action' }, icon(icons.list), action.button);
    open.onclick = () => openRows(action.button, listGroups(message, actions));
    return make('div', { className: 'actions' }, open);
  }
  const labels: Record<string, string> = {
    flow: action.parameters?.flow_cta,
    location_request_message: 'Send location',
    product_list: 'View items',
    product: 'View item',
    catalog_message: 'View catalog',
    order_details: 'Review and pay',
    call_permission_request: 'Choose preference',
    request_contact_info: 'Share phone number',
  };
  return labels[kind]
    ? buttonRows(message, [{ type: kind.toUpperCase(), text: labels[kind] }], actions)
    : undefined;
}

function listGroups(message: Message, actions: BubbleActions): { title?: string; rows: SheetRow[] }[] {
  type Section = { title?: string; rows: { id: string; title: string; description?: string }[] };
  return message.content.action.sections.map(({ title, rows }: Section) => ({
    title,
    rows: rows.map((row) => ({ ...row, run: () => actions.tap(message, row.id) })),
  }));
}

function buttonRows(
  message: Message,
  buttons: ShownButton[],
  actions: BubbleActions,
  card?: number,
): HTMLElement | undefined {
  if (buttons.length === 0) return undefined;
  const rows = buttons.map((button) => buttonRow(message, button, actions, card));
  if (rows.length <= 3) return make('div', { className: 'actions' }, ...rows);
  const all = make('button', { className: 'action' }, icon(icons.list), 'See all options');
  const runs = buttons.map((button, at) => ({ title: button.text, run: () => rows[at]!.click() }));
  all.onclick = () => openRows('All options', [{ rows: runs }]);
  return make('div', { className: 'actions' }, ...rows.slice(0, 2), all);
}

function buttonRow(
  message: Message,
  button: ShownButton,
  actions: BubbleActions,
  card?: number,
): HTMLElement {
  const shapes: Record<string, string> = {
    QUICK_REPLY: icons.reply,
    URL: icons.link,
    PHONE_NUMBER: icons.phone,
  };
  const shape = shapes[button.type] ?? (button.code ? icons.copy : icons.link);
  if (button.type === 'URL' && button.url && /^https?:/.test(button.url)) {
    return make(
      'a',
      { className: 'action', href: button.url, target: '_blank', rel: 'noreferrer' },
      icon(shape),
      button.text,
    );
  }
  const row = make('button', { className: 'action' }, icon(shape), button.text);
  row.onclick = () => {
    if (button.type === 'QUICK_REPLY') actions.tap(message, button.text, card);
    else if (button.type === 'FLOW' && message.type === 'interactive') actions.tap(message, button.text);
    else if (button.code) {
      void navigator.clipboard?.writeText(button.code);
      actions.note(`Copied ${button.code}`);
    } else if (button.phone) actions.note(`Calls ${button.phone}`);
    else actions.note('This button does nothing here.');
  };
  return row;
}

function interactiveCards(message: Message): Shown[] {
  // biome-ignore lint/suspicious/noExplicitAny: cards as they were sent
  return message.content.action.cards.map((card: any) => ({
    header: card.header && { type: card.header.type.toUpperCase(), media: card.header[card.header.type] },
    body: card.body?.text,
    buttons: card.action?.parameters?.url
      ? [{ type: 'URL', text: card.action.parameters.display_text, url: card.action.parameters.url }]
      : [],
  }));
}

function carousel(message: Message, cards: Shown[], actions: BubbleActions): HTMLElement {
  const boxes = cards.map((card, at) =>
    make(
      'div',
      { className: 'card' },
      make('div', { className: 'bubble' }, ...(shownParts(card).filter(Boolean) as Node[])),
      buttonRows(message, card.buttons, actions, at),
    ),
  );
  return make('div', { className: 'carousel', attrs: { tabindex: '0', 'aria-label': 'Cards' } }, ...boxes);
}

function openMenu(message: Message, actions: BubbleActions): void {
  const mine = message.reactions.find(({ from }) => from === 'customer')?.emoji;
  const rows = EMOJI.map((emoji) => ({
    title: mine === emoji ? `${emoji} Take back` : emoji,
    run: () => actions.react(message, mine === emoji ? '' : emoji),
  }));
  openRows('Answer or react', [
    { rows: [{ title: 'Reply', run: () => actions.reply(message) }] },
    { title: 'React', rows },
  ]);
}

function ticks(message: Message): Node {
  const read = message.read_by_business;
  const mark = icon(read ? icons.checks : icons.check, read ? 'Read by the business' : 'Sent');
  if (read) mark.classList.add('read');
  return mark;
}

export function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
