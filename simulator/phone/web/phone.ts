// The phone page: customers on the left, the phone of the chosen one on the right, live.

import { make } from '../../pages/web/make.ts';
import { act, type Chat, type ChatList, listChats, type Message, openChat } from './api.ts';
import { keyOf, makeChatList } from './chat-list.ts';
import { makeChatView } from './chat-view.ts';
import { openSheet } from './sheet.ts';

type News =
  | { kind: 'message'; phoneId: string; waId: string; chat: Chat; message: Message | null }
  | { kind: 'typing'; phoneId: string; waId: string }
  | { kind: 'customer'; waId: string }
  | { kind: 'reset' };

const app = document.querySelector<HTMLElement>('#app')!;
let list: ChatList = { chats: [], total: 0, businesses: [] };
let search = '';
let current: { phoneId: string; waId: string } | undefined;
let reloading: number | undefined;

const view = makeChatView({ back: () => leave(), reload: () => void reloadChat() });
const side = makeChatList({
  open: (chat) => void choose(chat),
  search: (text) => {
    search = text;
    void reloadList();
  },
  add: () => addCustomer(),
});
const blank = make(
  'div',
  { className: 'phone blank' },
  make(
    'section',
    { className: 'screen' },
    make('p', { className: 'empty', textContent: 'Choose a customer to see what they received.' }),
  ),
);
const stage = make('main', { className: 'stage' }, blank);
app.append(side.element, stage);

async function reloadList(): Promise<void> {
  list = await listChats(search);
  side.show(list, current && keyOf(current));
}

function reloadSoon(): void {
  if (reloading !== undefined) return;
  reloading = window.setTimeout(() => {
    reloading = undefined;
    void reloadList();
  }, 250);
}

async function choose(chat: { phoneId: string; waId: string }, remember = true): Promise<void> {
  current = { phoneId: chat.phoneId, waId: chat.waId };
  if (remember) history.pushState(current, '', `#${keyOf(current)}`);
  app.classList.add('open');
  if (!stage.contains(view.element)) stage.replaceChildren(view.element);
  await reloadChat();
  await act(current, 'read');
  await reloadList();
}

async function reloadChat(): Promise<void> {
  if (current) view.show(await openChat(current.phoneId, current.waId));
}

function leave(): void {
  current = undefined;
  app.classList.remove('open');
  history.pushState(null, '', location.pathname);
  stage.replaceChildren(blank);
  void reloadList();
}

function addCustomer(): void {
  const number = make('input', {
    type: 'tel',
    required: true,
    placeholder: '+39 333 123 4567',
    attrs: { 'aria-label': 'Phone number' },
  });
  const name = make('input', { placeholder: 'Name (if you like)', attrs: { 'aria-label': 'Name' } });
  const business = make('select', { attrs: { 'aria-label': 'Business' } });
  for (const { id, name: label, number: digits } of list.businesses) {
    business.append(make('option', { value: id, textContent: `${label} (${digits})` }));
  }
  const submit = make('button', { className: 'primary', textContent: 'Open chat' });
  const problem = make('p', { className: 'problem', attrs: { role: 'alert' } });
  const form = make('form', { className: 'sheet-form' }, number, name, business, problem, submit);
  const close = openSheet('New customer', form);
  number.focus();
  form.onsubmit = async (event) => {
    event.preventDefault();
    try {
      const waId = number.value.replace(/\D/g, '');
      const body = JSON.stringify(name.value ? { name: name.value } : {});
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/_simulator/customers/${waId}`, { method: 'POST', headers, body });
      const made = await answer.json();
      if (!answer.ok) throw new Error(made.error);
      close();
      await choose({ phoneId: business.value, waId: made.wa_id });
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
    }
  };
}

function take(news: News): void {
  if (news.kind === 'reset') {
    leave();
    return;
  }
  const here = current?.waId === news.waId && (news.kind === 'customer' || current.phoneId === news.phoneId);
  if (news.kind === 'typing') {
    if (here) view.typing();
    return;
  }
  if (news.kind === 'customer') {
    if (here) void reloadChat();
    reloadSoon();
    return;
  }
  reloadSoon();
  if (!here || !news.message) return;
  view.update(news.message);
  if (news.message.direction === 'business' && news.message.state === 'delivered' && document.hasFocus()) {
    void act(current!, 'read');
  }
}

const source = new EventSource('/phone/api/news');
source.onmessage = ({ data }) => {
  for (const news of JSON.parse(data) as News[]) take(news);
};
source.onopen = () => {
  void reloadList();
  void reloadChat();
};

function fromAddress(): void {
  const [phoneId, waId] = location.hash.slice(1).split('/');
  if (phoneId && waId) void choose({ phoneId, waId }, false);
}
window.onpopstate = fromAddress;
fromAddress();
