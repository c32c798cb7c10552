// Draws the curves of the simulation in a terminal.
import type { DayOfPlay, Played } from './play.ts';

const BARS = ' ▁▂▃▄▅▆▇█';
const WIDTH = 60;

export function drawTerminal(all: readonly Played[], seeds: number): string {
  return all.map((one) => drawOne(one, seeds)).join('\n\n');
}

function drawOne(played: Played, seeds: number): string {
  const { days, people } = played;
  const per = (value: (day: DayOfPlay) => number, most: number) => spark(days.map(value), most);
  const share = (count: number) => `${count} of ${seeds} seeds`;
  const first = played.firstBanOn === null ? '' : `, first on day ${played.firstBanOn + 1}`;
  const n = (value: number) => Math.round(value).toLocaleString('en');
  return [
    `${played.sender.toUpperCase()}: banned in ${share(played.banned)}${first}`,
    `  reached    |${per(({ reached }) => reached, people)}| ${n(played.reached)} of ${n(people)} people`,
    `  low        |${per(({ red }) => red, 1)}| quality ever low in ${share(played.everRed)}`,
    `  medium     |${per(({ yellow }) => yellow, 1)}|`,
    `  restricted |${per(({ restricted }) => restricted, 1)}| in ${share(played.everRestricted)}`,
    `  banned     |${per(({ banned }) => banned, 1)}|`,
    `  per seed: ${n(played.messages)} messages delivered, ${n(played.replies)} answers, ${n(played.optedOut)} opt-outs, ` +
      `${n(played.blocked)} blocks, ${n(played.reported)} reports, ${played.templatesDisabled.toFixed(1)} templates disabled`,
  ].join('\n');
}

/** One character per column; the columns share the days. */
function spark(values: number[], most: number): string {
  const columns = Math.min(WIDTH, values.length);
  return Array.from({ length: columns }, (_none, at) => {
    const part = values.slice(
      Math.floor((at * values.length) / columns),
      Math.max(
        Math.floor(((at + 1) * values.length) / columns),
        Math.floor((at * values.length) / columns) + 1,
      ),
    );
    const height = Math.max(...part) / most;
    return BARS[height <= 0 ? 0 : Math.max(1, Math.min(8, Math.round(height * 8)))];
  }).join('');
}
