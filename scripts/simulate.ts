// npm run simulate -- plan — 60 days of sending without and with the guardian, in the simulator's world of quality.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TIERS } from '../simulator/reputation/messaging-limit.ts';
import { drawHtml } from './simulate/draw-html.ts';
import { drawTerminal } from './simulate/draw-terminal.ts';
import { play } from './simulate/play.ts';

const USAGE = `npm run simulate -- plan [options]
  --days N        days to play (default 60)
  --seeds N       worlds to play them in (default 100)
  --contacts N    people on the list (default 10000); 30 to 70 % of them never wrote
  --tier NAME     messaging limit at the start: ${Object.keys(TIERS).join(', ')} (default TIER_2K)
  --html FILE     write the curves as a page
  --json          print one object
Senders: reckless shouts at everybody every day; hasty is decent, but writes to everybody every week; overruling follows
the guardian's plan and writes again to strangers who never answered; guarded follows all of it.
Exit code 1: the guarded sender was banned in one of the worlds.`;

function wrong(sentence: string): never {
  console.error(`${sentence}\n\n${USAGE}`);
  process.exit(2);
}

function readOptions() {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    wrong(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  if (positionals.length !== 1 || positionals[0] !== 'plan') wrong('Say what to simulate: plan.');
  const count = (name: 'days' | 'seeds' | 'contacts', most: number) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1 || number > most)
      wrong(`--${name} must be a whole number from 1 to ${most.toLocaleString('en')}.`);
    return number;
  };
  if (!Object.hasOwn(TIERS, values.tier)) wrong(`There is no tier "${values.tier}".`);
  return {
    days: count('days', 1_000),
    seeds: count('seeds', 10_000),
    contacts: count('contacts', 10_000_000),
    tier: values.tier,
    html: values.html,
    json: values.json,
  };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      days: { type: 'string', default: '60' },
      seeds: { type: 'string', default: '100' },
      contacts: { type: 'string', default: '10000' },
      tier: { type: 'string', default: 'TIER_2K' },
      html: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

const { html, json, ...options } = readOptions();
const started = performance.now();
const all = (['reckless', 'hasty', 'overruling', 'guarded'] as const).map((sender) => play(sender, options));
const seconds = Math.round((performance.now() - started) / 100) / 10;
const banned = all.find(({ sender }) => sender === 'guarded')!.banned;

if (html) await writeFile(html, drawHtml(all, options));
if (json) console.log(JSON.stringify({ ...options, seconds, ok: banned === 0, senders: all }));
else {
  console.log(`${drawTerminal(all, options.seeds)}\n`);
  console.log(`${options.days} days × ${options.seeds} seeds × ${all.length} senders in ${seconds} s.`);
  console.log(
    banned === 0
      ? 'The guarded sender was banned in none of them.'
      : `The guarded sender was banned in ${banned} of them.`,
  );
}
process.exitCode = banned === 0 ? 0 : 1;
