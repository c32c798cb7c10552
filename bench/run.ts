// npm run bench -- NAME [--json] — measures one thing against a floor in the same run, on its own throwaway database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';

const [name, ...rest] = process.argv.slice(2);
const file = join(import.meta.dirname, `${name}.bench.ts`);
if (!name || !existsSync(file)) {
  console.error(
    'Name a bench: npm run bench -- import | send | ingest | campaign-page | inbox | deals | deals-page  [--json]',
  );
  process.exit(2);
}
const json = rest.includes('--json');
const say = (line: string) => (json ? console.error(line) : console.log(line));
const { bench } = (await import(file)) as { bench: Bench };
const { unit, ours, floor, details } = await bench.run({ args: rest, say });
const ratio = Number((bench.better === 'more' ? ours / floor : floor / ours).toPrecision(3));
say(
  `${bench.name}: ours ${format(ours)} ${unit}, floor (${bench.floor}) ${format(floor)} ${unit}, ratio ${ratio}`,
);
if (json) console.log(JSON.stringify({ name: bench.name, unit, ours, floor, ratio, details }));
process.exit(0);

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}
