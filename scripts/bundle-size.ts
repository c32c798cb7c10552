// Weighs the JavaScript that the first page after sign-in loads, as it travels; fails above the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWebIfStale } from '#app/web-build.ts';

type Chunk = { file: string; imports?: string[] };

/** Bytes, compressed with gzip. */
const limit = 260_000;
/** What the first page is made of; everything that these import counts too. */
const parts = ['index.html', '../../virtual:texts/en', 'layout/Shell.tsx', 'home/HomePage.tsx'];

/** Compressed bytes of each script that `parts` need, largest first. */
function firstLoad(folder: string): { file: string; bytes: number }[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const needed = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined)
      throw new Error(`${key} is not in the build: mend the list of parts in bundle-size.ts.`);
    if (needed.has(chunk.file)) return;
    needed.add(chunk.file);
    for (const next of chunk.imports ?? []) take(next);
  };
  for (const part of parts) take(part);
  return [...needed]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
}

const folder = await buildWebIfStale('.', () => console.log('Building the web app …'));
const files = firstLoad(folder);
const total = files.reduce((sum, file) => sum + file.bytes, 0);
for (const { file, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`);
console.log(
  `${(total / 1000).toFixed(1).padStart(8)} kB  first load of the signed-in shell, gzip; limit ${limit / 1000} kB`,
);
if (total > limit) {
  console.error('The first load is above the limit: load what is not needed at once with a dynamic import.');
  process.exitCode = 1;
}
