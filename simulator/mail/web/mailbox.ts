// The mailbox page: mails, SMS and conversions on the left, the chosen mail in a sandbox on the right, live.

import { make } from '../../pages/web/make.ts';
import { type Conversion, conversionRow } from './conversion-row.ts';

interface Row {
  sequence: number;
  at: string;
  from: string;
  to: string[];
  subject: string;
  excerpt: string;
}
interface Mail extends Omit<Row, 'excerpt'> {
  text: string;
  html?: string;
  attachments: { fileName: string; mimeType: string; bytes: number }[];
}
interface Sms {
  sequence: number;
  at: string;
  to: string;
  from?: string;
  text: string;
  parts: number;
  status: string;
  error?: { code: string };
}

const app = document.querySelector<HTMLElement>('#app')!;
let tab: 'mails' | 'sms' | 'conversions' = 'mails';
let mails: Row[] = [];
let sms: Sms[] = [];
let conversions: Conversion[] = [];
let chosen: Mail | undefined;

const HINTS = {
  mails: 'E-mails that the product sends appear here.',
  sms: 'Text messages appear here.',
  conversions: 'Conversion events that the product sends appear here.',
};

const clock = (at: string) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

async function load(): Promise<void> {
  ({ mails, sms, conversions } = await (await fetch('/mailbox/api/mails')).json());
  draw();
}

async function choose(sequence: number): Promise<void> {
  const answer = await fetch(`/mailbox/api/mails/${sequence}`);
  if (!answer.ok) return;
  chosen = await answer.json();
  draw();
}

function draw(): void {
  app.className = chosen ? 'open' : '';
  app.replaceChildren(drawList(), drawReader());
}

function drawList(): HTMLElement {
  const clear = make('button', { textContent: 'Empty' });
  clear.onclick = async () => {
    chosen = undefined;
    await fetch('/mailbox/api/mails', { method: 'DELETE' });
    await load();
  };
  const tabButton = (name: typeof tab, label: string) => {
    const attrs = { role: 'tab', 'aria-selected': String(tab === name) };
    const button = make('button', { textContent: label, attrs });
    button.onclick = () => {
      tab = name;
      chosen = undefined;
      draw();
    };
    return button;
  };
  const tabs = make('div', { className: 'tabs', attrs: { role: 'tablist' } });
  tabs.append(
    tabButton('mails', `Mail ${mails.length}`),
    tabButton('sms', `SMS ${sms.length}`),
    tabButton('conversions', `Conversions ${conversions.length}`),
  );
  const shown = {
    mails: () => mails.map(mailRow),
    sms: () => sms.map(smsRow),
    conversions: () => conversions.map(conversionRow),
  };
  const rows = make('div', { className: 'rows' }, ...shown[tab]());
  if (rows.childElementCount === 0) rows.append(make('p', { className: 'empty', textContent: HINTS[tab] }));
  const top = make('div', { className: 'top' }, make('h1', { textContent: 'Mailbox' }), clear);
  return make('section', { className: 'list' }, top, tabs, rows);
}

function mailRow(mail: Row): HTMLElement {
  const attrs = { 'aria-current': String(chosen?.sequence === mail.sequence) };
  const row = make('button', { className: 'row', attrs });
  const time = make('span', { className: 'faint', textContent: clock(mail.at) });
  row.append(
    make('div', { className: 'line' }, make('b', { textContent: mail.subject }), time),
    make('div', { className: 'faint', textContent: `To ${mail.to.join(', ')}` }),
    make('div', { className: 'faint', textContent: mail.excerpt }),
  );
  row.onclick = () => void choose(mail.sequence);
  return row;
}

function smsRow(one: Sms): HTMLElement {
  const time = make('span', { className: 'faint', textContent: clock(one.at) });
  const head = make('div', { className: 'line' }, make('b', { textContent: one.to }), time);
  const facts = [one.from && `From ${one.from}`, one.error?.code ?? one.status];
  if (one.parts > 1) facts.push(`${one.parts} parts`);
  const foot = make('div', { className: 'faint', textContent: facts.filter(Boolean).join(' · ') });
  return make('article', { className: 'row' }, head, linked(one.text), foot);
}

function drawReader(): HTMLElement {
  const reader = make('section', { className: 'reader' });
  if (!chosen) {
    reader.append(make('p', { className: 'empty', textContent: 'Choose a mail to read it.' }));
    return reader;
  }
  const back = make('button', { className: 'back', textContent: '← All mail' });
  back.onclick = () => {
    chosen = undefined;
    draw();
  };
  const facts = make('dl');
  const fact = (name: string, value: string) =>
    facts.append(make('dt', { textContent: name }), make('dd', { textContent: value }));
  fact('From', chosen.from);
  fact('To', chosen.to.join(', '));
  fact('Sent', new Date(chosen.at).toLocaleString());
  for (const { fileName, bytes } of chosen.attachments)
    fact('File', `${fileName} (${bytes.toLocaleString()} bytes)`);
  reader.append(make('div', { className: 'head' }, back, make('h2', { textContent: chosen.subject }), facts));
  if (chosen.html) {
    const attrs = { sandbox: 'allow-popups allow-popups-to-escape-sandbox', title: 'Mail' };
    reader.append(make('iframe', { srcdoc: `<base target="_blank">${chosen.html}`, attrs }));
  } else reader.append(linked(chosen.text));
  return reader;
}

/** Plain text whose web addresses can be clicked. */
function linked(text: string): HTMLElement {
  const pre = make('pre');
  for (const part of text.split(/(https?:\/\/[^\s<>"]+)/)) {
    if (/^https?:/.test(part))
      pre.append(make('a', { href: part, target: '_blank', textContent: part, rel: 'noreferrer' }));
    else pre.append(part);
  }
  return pre;
}

new EventSource('/mailbox/api/news').onmessage = () => void load();
void load();
