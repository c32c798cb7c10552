// Draws the quality page: numbers with their week, limits in use, templates, and what happened.

import { make } from '../../pages/web/make.ts';
import type { qualityView } from '../quality-view.ts';

type View = ReturnType<typeof qualityView>;
type Account = View['accounts'][number];
type Week = Account['numbers'][number]['week'];

const app = document.querySelector<HTMLElement>('#app')!;
const WORDS: Record<string, string> = { GREEN: 'High', YELLOW: 'Medium', RED: 'Low', UNKNOWN: 'Not rated' };
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const when = (at: string) => new Date(at).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });

async function load(): Promise<void> {
  const view: View = await (await fetch('/quality/api/view')).json();
  app.replaceChildren(
    make('h1', { textContent: 'Quality' }),
    make('p', { className: 'faint', textContent: says(view) }),
    ...view.accounts.flatMap(drawAccount),
    make('h2', { textContent: 'What happened' }),
    drawEvents(view),
  );
}

function says({ now, judged, limits_grow, paced }: View): string {
  const parts = [
    judged
      ? 'People judge what they get.'
      : 'People do not judge (preset exact): nothing here moves by itself.',
    limits_grow ? 'Limits are kept and grow by use.' : 'Messaging limits are not kept.',
    paced ? 'New templates are paced.' : '',
    `It is ${when(now)}.`,
  ];
  return parts.filter(Boolean).join(' ');
}

function drawAccount(account: Account): HTMLElement[] {
  const { standing } = account;
  const facts = [
    account.limit === null
      ? `${account.reached_today.toLocaleString()} people reached in 24 hours, no limit`
      : `${account.reached_today.toLocaleString()} of ${account.limit.toLocaleString()} people reached in 24 hours`,
    standing.closed ? 'closed' : '',
    standing.closes_at ? `will be closed ${when(standing.closes_at)}` : '',
    standing.restricted_until ? `may only answer until ${when(standing.restricted_until)}` : '',
    standing.strikes > 0 ? `${standing.strikes} ${standing.strikes === 1 ? 'strike' : 'strikes'}` : '',
  ];
  const use = make('meter', {
    value: account.reached_today,
    max: account.limit ?? Math.max(1, account.reached_today),
    attrs: { 'aria-label': `Limit in use of ${account.name}` },
  });
  return [
    make('h2', { textContent: account.name }),
    make('p', { className: 'faint', textContent: facts.filter(Boolean).join(' · ') }),
    use,
    make('div', { className: 'cards' }, ...account.numbers.map(drawNumber)),
    ...drawTemplates(account),
  ];
}

function drawNumber(one: Account['numbers'][number]): HTMLElement {
  const facts = [
    `${percent(one.bad_share)} annoyed (medium from ${percent(one.yellow_from)}, low from ${percent(one.red_from)})`,
    one.may_reach === null ? '' : `may start on ${one.may_reach.toLocaleString()} people a day`,
    one.set_by_hand ? 'set by hand' : '',
    one.status === 'CONNECTED' ? '' : one.status.toLowerCase(),
  ];
  return make(
    'article',
    { className: 'card' },
    make('div', { className: 'line' }, make('h3', { textContent: one.number }), badge(one.quality)),
    make('p', { className: 'faint', textContent: one.name }),
    drawWeek(one.week),
    make('p', { className: 'faint', textContent: sums(one.week) }),
    make('p', { textContent: facts.filter(Boolean).join(' · ') }),
  );
}

function badge(quality: string): HTMLElement {
  return make('span', { className: `badge ${quality}`, textContent: WORDS[quality] ?? quality });
}

/** Height: deliveries of the day; red: mutes, blocks and reports, ten times as high so that they can be seen. */
function drawWeek(week: Week): HTMLElement {
  const most = Math.max(1, ...week.map(({ delivered }) => delivered));
  const chart = make('div', {
    className: 'week',
    attrs: { role: 'img', 'aria-label': `Seven days: ${sums(week)}` },
  });
  for (const { date, delivered, muted, blocked, reported } of week) {
    const angry = Math.min(1, (10 * (muted + blocked + reported)) / most);
    const bar = make('div', {
      className: 'day',
      title: `${date}: ${sums([{ date, delivered, muted, blocked, reported }])}`,
    });
    const part = (className: string, share: number) => {
      const box = make('div', { className });
      box.style.height = `${share * 100}%`;
      bar.append(box);
    };
    part('angry', angry * Math.max(0.02, delivered / most));
    part('delivered', (1 - angry) * (delivered / most));
    chart.append(bar);
  }
  return chart;
}

function sums(week: Week): string {
  const sum = (what: 'delivered' | 'muted' | 'blocked' | 'reported') =>
    week.reduce((all, day) => all + day[what], 0).toLocaleString();
  return `${sum('delivered')} delivered, ${sum('muted')} muted, ${sum('blocked')} blocked, ${sum('reported')} reported`;
}

function drawTemplates({ templates }: Account): HTMLElement[] {
  if (templates.length === 0) return [];
  const rows = templates.map((one) =>
    row([
      one.name,
      badge(one.quality),
      one.status.toLowerCase(),
      percent(one.bad_share),
      String(one.pauses),
      String(one.held),
      sums(one.week),
    ]),
  );
  const head = ['Template', 'Quality', 'Status', 'Annoyed', 'Pauses', 'Held', 'Seven days'];
  return [table(head, rows, 'Templates')];
}

function drawEvents({ events }: View): HTMLElement {
  if (events.length === 0)
    return make('p', { className: 'faint', textContent: 'Nothing yet: send something.' });
  return table(
    ['When', 'Who', 'What'],
    events.map(({ at, about, what }) => row([when(at), about, what])),
    'What happened',
  );
}

function table(head: string[], rows: HTMLElement[], label: string): HTMLElement {
  const titles = make(
    'tr',
    {},
    ...head.map((textContent) => make('th', { textContent, attrs: { scope: 'col' } })),
  );
  const whole = make(
    'table',
    { attrs: { 'aria-label': label } },
    make('thead', {}, titles),
    make('tbody', {}, ...rows),
  );
  return make(
    'div',
    { className: 'tables', attrs: { tabindex: '0', role: 'region', 'aria-label': label } },
    whole,
  );
}

function row(cells: (string | HTMLElement)[]): HTMLElement {
  return make('tr', {}, ...cells.map((cell) => make('td', {}, cell)));
}

new EventSource('/quality/api/news').onmessage = () => void load();
setInterval(() => void load(), 5_000);
void load();
