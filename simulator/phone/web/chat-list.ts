// The customers on the left: search, latest first, unread.

import { icon, icons, make } from '../../pages/web/make.ts';
import type { Chat, ChatList } from './api.ts';
import { timeOf } from './bubble.ts';

export interface ChatListView {
  element: HTMLElement;
  show: (list: ChatList, current: string | undefined) => void;
}

export const keyOf = (chat: { phoneId: string; waId: string }) => `${chat.phoneId}/${chat.waId}`;

export function makeChatList(actions: {
  open: (chat: Chat) => void;
  search: (text: string) => void;
  add: () => void;
}): ChatListView {
  const rows = make('nav', { className: 'chats', attrs: { 'aria-label': 'Customers' } });
  const count = make('span', { className: 'faint' });
  const field = make('input', {
    type: 'search',
    placeholder: 'Search name or number',
    attrs: { 'aria-label': 'Search customers' },
  });
  field.oninput = () => actions.search(field.value);
  const add = make(
    'button',
    { className: 'round', attrs: { 'aria-label': 'New customer' } },
    icon(icons.plus),
  );
  add.onclick = actions.add;
  const top = make('div', { className: 'top' }, make('h1', { textContent: 'Customers' }), count, add);
  const element = make(
    'aside',
    { className: 'list' },
    top,
    make('label', { className: 'search' }, icon(icons.search), field),
    rows,
  );

  rows.onkeydown = (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const all = [...rows.querySelectorAll<HTMLElement>('button')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };

  const show: ChatListView['show'] = (list, current) => {
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    count.textContent = list.total > 0 ? list.total.toLocaleString() : '';
    const severalBusinesses = new Set(list.chats.map(({ phoneId }) => phoneId)).size > 1;
    rows.replaceChildren(
      ...list.chats.map((chat) => chatRow(chat, keyOf(chat) === current, severalBusinesses, actions.open)),
    );
    if (list.chats.length === 0) {
      const hint = field.value
        ? 'Nothing matches.'
        : 'Customers appear here when the business writes to them. Or add one and write first.';
      rows.append(make('p', { className: 'empty', textContent: hint }));
    }
    if (focused) rows.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  };
  return { element, show };
}

function chatRow(
  chat: Chat,
  current: boolean,
  withBusiness: boolean,
  open: (chat: Chat) => void,
): HTMLElement {
  const row = make(
    'button',
    {
      className: 'chat-row',
      attrs: { 'data-key': keyOf(chat), 'aria-current': current ? 'true' : undefined },
    },
    avatar(chat.name),
    make(
      'span',
      { className: 'chat-text' },
      make(
        'span',
        { className: 'line' },
        make('b', { textContent: chat.name }),
        make('time', { textContent: chat.at ? shortTime(chat.at) : '' }),
      ),
      make(
        'span',
        { className: 'line' },
        make('span', {
          className: 'excerpt',
          textContent: chat.last ? (chat.last.mine ? 'You: ' : '') + chat.last.text : chat.number,
        }),
        chat.blocked && make('span', { className: 'chip', textContent: 'Blocked' }),
        chat.unread > 0 && !current && make('span', { className: 'badge', textContent: String(chat.unread) }),
      ),
      withBusiness && make('span', { className: 'faint', textContent: chat.business }),
    ),
  );
  row.onclick = () => open(chat);
  return row;
}

export function avatar(name: string): HTMLElement {
  const initials = name
    .split(' ')
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
  let hue = 0;
  for (const letter of name) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  const circle = make('span', {
    className: 'avatar',
    textContent: initials,
    attrs: { 'aria-hidden': 'true' },
  });
  circle.style.setProperty('--hue', String(hue));
  return circle;
}

function shortTime(at: number): string {
  const today = new Date().toDateString() === new Date(at).toDateString();
  return today ? timeOf(at) : new Date(at).toLocaleDateString([], { day: 'numeric', month: 'short' });
}
