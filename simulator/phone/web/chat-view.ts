// The phone with one open chat: header, messages, composer, menu.

import { icon, icons, make } from '../../pages/web/make.ts';
import { act, type Message, type OpenChat, openChat } from './api.ts';
import { type BubbleActions, bubble } from './bubble.ts';
import { avatar } from './chat-list.ts';
import { makeComposer } from './composer.ts';
import { openRows, setSheetHost } from './sheet.ts';

export interface ChatView {
  element: HTMLElement;
  show: (open: OpenChat) => void;
  /** A message of the open chat came or changed. */
  update: (message: Message) => void;
  typing: () => void;
}

export function makeChatView(actions: { back: () => void; reload: () => void }): ChatView {
  let open: OpenChat | undefined;
  let typingTimer: number | undefined;
  const header = make('header');
  const thread = make('div', {
    className: 'thread',
    attrs: { role: 'log', 'aria-label': 'Messages', tabindex: '0' },
  });
  const toast = make('div', { className: 'toast', hidden: true, attrs: { role: 'status' } });
  const composer = makeComposer(async (body) => {
    if (open) await attempt(act(open.chat, 'messages', body));
  });
  const screen = make(
    'section',
    { className: 'screen' },
    statusBar(),
    header,
    thread,
    toast,
    composer.element,
  );
  const element = make('div', { className: 'phone' }, screen);
  setSheetHost(screen);

  const note = (text: string) => {
    toast.textContent = text;
    toast.hidden = false;
    setTimeout(() => {
      toast.hidden = true;
    }, 2_500);
  };
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
    }
  };
  const bubbleActions: BubbleActions = {
    note,
    tap: (message, button, card) =>
      void attempt(act(open!.chat, 'tap', { message_id: message.id, button, card })),
    reply: (message) => composer.quote(message, message.shown?.body ?? message.content?.body ?? message.type),
    react: (message, emoji) =>
      void attempt(act(open!.chat, 'messages', { reaction: { message_id: message.id, emoji } })),
  };

  const drawHeader = () => {
    if (!open) return;
    const { business, customer, chat } = open;
    const back = make(
      'button',
      { className: 'round back', attrs: { 'aria-label': 'All customers' } },
      icon(icons.back),
    );
    back.onclick = actions.back;
    const menu = make('button', { className: 'round', attrs: { 'aria-label': 'Menu' } }, icon(icons.menu));
    menu.onclick = () => openMenu(open!);
    const who = customer.username ? `@${customer.username}` : chat.name;
    const title = make(
      'div',
      { className: 'who' },
      make('b', { textContent: business.name }),
      make('small', { textContent: `Seen by ${who}${chat.blocked ? ' · blocked' : ''}` }),
    );
    header.replaceChildren(back, avatar(business.name), title, menu);
  };

  const openMenu = ({ chat, marketingStopped }: OpenChat) => {
    const run = (what: string, said: string) => async () => {
      await attempt(act(chat, what));
      note(said);
      actions.reload();
    };
    const rows = chat.blocked
      ? [{ title: 'Unblock business', run: run('unblock', 'Unblocked') }]
      : [
          { title: 'Block business', danger: true, run: run('block', 'Blocked: messages stay at “sent”') },
          { title: 'Report and block', danger: true, run: run('report', 'Reported and blocked') },
        ];
    const marketing = marketingStopped
      ? { title: 'Resume marketing messages', run: run('resume-marketing', 'Marketing resumed') }
      : {
          title: 'Stop marketing messages',
          description: 'Offers and announcements',
          run: run('stop-marketing', 'Marketing stopped'),
        };
    openRows(open!.business.name, [{ rows: [marketing] }, { rows }]);
  };

  const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;
  const toEnd = () => {
    thread.scrollTop = thread.scrollHeight;
  };

  const drawThread = () => {
    if (!open) return;
    const parts: Node[] = [];
    if (open.more) {
      const earlier = make('button', { className: 'earlier', textContent: 'Earlier messages' });
      earlier.onclick = () => void loadEarlier();
      parts.push(earlier);
    }
    let day = '';
    for (const message of open.messages) {
      const date = new Date(message.time).toLocaleDateString([], {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      });
      if (date !== day) parts.push(make('div', { className: 'day', textContent: date }));
      day = date;
      parts.push(bubble(message, bubbleActions));
    }
    if (open.messages.length === 0) {
      parts.push(
        make('p', {
          className: 'empty',
          textContent: `No messages with ${open.business.name} yet. Write the first one.`,
        }),
      );
    }
    thread.replaceChildren(...parts);
  };

  const loadEarlier = async () => {
    if (!open) return;
    const earlier = await openChat(open.chat.phoneId, open.chat.waId, open.messages[0]?.sequence);
    open = { ...open, messages: [...earlier.messages, ...open.messages], more: earlier.more };
    const height = thread.scrollHeight;
    drawThread();
    thread.scrollTop = thread.scrollHeight - height;
  };

  return {
    element,
    show: (next) => {
      const same = open && open.chat.waId === next.chat.waId && open.chat.phoneId === next.chat.phoneId;
      open = next;
      if (!same) composer.quote(undefined);
      drawHeader();
      drawThread();
      toEnd();
    },
    update: (message) => {
      if (!open) return;
      const stay = !atEnd();
      const at = open.messages.findIndex(({ id }) => id === message.id);
      if (at >= 0) open.messages[at] = message;
      else {
        open.messages.push(message);
        open.messages.sort((a, b) => a.sequence - b.sequence);
        element.classList.remove('typing');
      }
      drawThread();
      if (!stay) toEnd();
    },
    typing: () => {
      element.classList.add('typing');
      clearTimeout(typingTimer);
      typingTimer = window.setTimeout(() => element.classList.remove('typing'), 25_000);
    },
  };
}

function statusBar(): HTMLElement {
  const time = make('span', {
    textContent: new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
  });
  setInterval(() => {
    time.textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  }, 10_000);
  return make(
    'div',
    { className: 'status-bar', attrs: { 'aria-hidden': 'true' } },
    time,
    make('i'),
    make('span', { className: 'battery' }),
  );
}
