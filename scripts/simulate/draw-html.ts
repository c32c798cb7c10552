// The curves of the simulation as one page of HTML with SVG charts, readable in light and dark.
import type { DayOfPlay, Played, PlayOptions } from './play.ts';

const WIDTH = 720;
const HEIGHT = 180;
const LEFT = 48;
const BOTTOM = 24;
const COLOURS: Record<Played['sender'], string> = {
  reckless: 'var(--reckless)',
  hasty: 'var(--hasty)',
  overruling: 'var(--overruling)',
  guarded: 'var(--guarded)',
};

export function drawHtml(all: readonly Played[], options: PlayOptions): string {
  const { days, seeds, contacts } = options;
  const charts = [
    chart(
      'People reached',
      all,
      ({ reached }) => reached,
      contacts,
      (value) => value.toLocaleString('en'),
    ),
    chart('Low quality, share of the worlds', all, ({ red }) => red, 1, percent),
    chart('Restricted or banned, share of the worlds', all, (day) => day.restricted + day.banned, 1, percent),
    chart('Banned, share of the worlds', all, ({ banned }) => banned, 1, percent),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sending with and without the guardian</title>
<style>
  :root { color-scheme: light dark; --reckless: light-dark(#c92a2a, #ff8787); --hasty: light-dark(#b35c00, #ffc078);
    --overruling: light-dark(#1864ab, #74c0fc); --guarded: light-dark(#2b8a3e, #69db7c); --line: light-dark(#e4e7ec, #2a2f3a); --faint: light-dark(#5d6778, #98a2b3); }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 780px; margin: 32px auto; padding: 0 16px;
    background: light-dark(#fff, #0f1115); color: light-dark(#1b2230, #e6e9ef); }
  svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--faint); }
  table { border-collapse: collapse; width: 100%; } th, td { padding: 6px 8px; text-align: right; border-bottom: 1px solid var(--line); }
  th:first-child, td:first-child { text-align: left; } .dot { display: inline-block; width: 10px; height: 10px; border-radius: 5px; margin-right: 6px; }
  .wide { overflow-x: auto; }
</style>
<h1>Sending with and without the guardian</h1>
<p>${days} days, ${contacts.toLocaleString('en')} people on the list, means over ${seeds} worlds.</p>
<div class="wide"><table><tr><th>Sender</th><th>Banned</th><th>Ever low</th><th>Reached</th><th>Answers</th><th>Opt-outs</th><th>Blocks</th><th>Reports</th></tr>
${all.map((one) => row(one, seeds)).join('\n')}
</table></div>
${charts.join('\n')}
</html>
`;
}

function row(one: Played, seeds: number): string {
  const figures = [one.reached, one.replies, one.optedOut, one.blocked, one.reported];
  const cells = figures.map((value) => `<td>${Math.round(value).toLocaleString('en')}</td>`).join('');
  const dot = `<span class="dot" style="background:${COLOURS[one.sender]}"></span>`;
  return `<tr><td>${dot}${one.sender}</td><td>${percent(one.banned / seeds)}</td><td>${percent(one.everRed / seeds)}</td>${cells}</tr>`;
}

function chart(
  title: string,
  all: readonly Played[],
  value: (day: DayOfPlay) => number,
  most: number,
  label: (value: number) => string,
): string {
  const inner = { width: WIDTH - LEFT - 8, height: HEIGHT - BOTTOM - 8 };
  const x = (at: number, of: number) => LEFT + (inner.width * at) / Math.max(1, of - 1);
  const y = (one: number) => 8 + inner.height * (1 - one / most);
  const lines = [0, most / 2, most].map(
    (one) =>
      `<line x1="${LEFT}" x2="${WIDTH - 8}" y1="${y(one)}" y2="${y(one)}" stroke="var(--line)"/>` +
      `<text x="${LEFT - 6}" y="${y(one) + 4}" text-anchor="end">${label(one)}</text>`,
  );
  const curves = all.map(({ sender, days }) => {
    const points = days.map((day, at) => `${x(at, days.length).toFixed(1)},${y(value(day)).toFixed(1)}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${COLOURS[sender]}" stroke-width="2"/>`;
  });
  const last = all[0]?.days.length ?? 0;
  const ends =
    `<text x="${LEFT}" y="${HEIGHT - 4}">day 1</text>` +
    `<text x="${WIDTH - 8}" y="${HEIGHT - 4}" text-anchor="end">day ${last}</text>`;
  return `<h2>${title}</h2>\n<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">${[...lines, ...curves].join('')}${ends}</svg>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
