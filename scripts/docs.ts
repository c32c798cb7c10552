// npm run docs — writes docs/reference/ from the code; with --check it only says whether the pages are fresh.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePages } from './reference-pages.ts';

const FOLDER = 'docs/reference';
const check = process.argv.includes('--check');

const pages = await referencePages();
const present = existing();
const stale = [...pages].filter(([name, text]) => present.get(name) !== text).map(([name]) => name);
const surplus = [...present.keys()].filter((name) => !pages.has(name));

if (check) {
  for (const name of stale) console.error(`${FOLDER}/${name} is stale: run npm run docs and commit it.`);
  for (const name of surplus) console.error(`${FOLDER}/${name} is not generated any more: run npm run docs.`);
  process.exit(stale.length + surplus.length === 0 ? 0 : 1);
}
mkdirSync(FOLDER, { recursive: true });
for (const name of surplus) rmSync(join(FOLDER, name));
for (const name of stale) writeFileSync(join(FOLDER, name), pages.get(name)!);
console.log(stale.length === 0 ? 'All pages were fresh.' : `Wrote ${stale.join(', ')}.`);

function existing(): Map<string, string> {
  try {
    return new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
  } catch {
    return new Map();
  }
}
