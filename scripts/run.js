// Runs a TypeScript program of this repository: node scripts/run.js scripts/start.ts [its own options].
// It is loaded as one JavaScript file, made again whenever a source of it has changed: hundreds of files, each handed
// through a loader, would take several seconds at each start. In JavaScript, because nothing reads TypeScript yet.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
/** What a build depends on besides its sources. */
const BESIDES = ['package.json', 'scripts/run.js'];

const [, , program] = process.argv;
if (!program) {
  console.error('Say which program: node scripts/run.js scripts/start.ts');
  process.exit(2);
}
await run(program, join(root, 'dist/programs', `${program.replaceAll('/', '-').replace(/\.ts$/, '')}.js`));

async function run(program, file) {
  const { packages } = fresh(file) ?? (await make(program, file));
  // As if it had been called without this file.
  process.argv.splice(1, 2, join(root, program));
  // Before maps are switched on: reading those of all packages would take longer than the rest.
  await Promise.all(packages.map((name) => import(name)));
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file).href);
}

/** What was noted of the build in `file` if it still holds. */
function fresh(file) {
  try {
    const text = readFileSync(`${file}.json`, 'utf8');
    const made = JSON.parse(text);
    return JSON.stringify(noteOf(Object.keys(made.sources), made.packages)) === text ? made : undefined;
  } catch {
    // Never made, or a source is gone.
    return undefined;
  }
}

/** `sources` by path from the root. The root itself counts: the places of the sources are written into the build. */
function noteOf(sources, packages) {
  const looks = sources.map((path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    return [path, `${size} ${mtimeMs}`];
  });
  return { root, packages, sources: Object.fromEntries(looks) };
}

/** Several processes may do it at once: each file is put in its place whole, and the note that vouches for it last. */
async function make(program, file) {
  const { build } = await import('esbuild');
  const began = Date.now();
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [program],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    write: false,
    plugins: [ownPlaces()],
  });
  mkdirSync(dirname(file), { recursive: true });
  for (const { path, contents } of outputFiles) put(path, contents);
  const sources = [...BESIDES, ...Object.keys(metafile.inputs)];
  const { imports } = metafile.outputs[relative(root, file)];
  const needed = imports.filter(({ external, kind }) => external && kind === 'import-statement');
  const note = noteOf(sources, [...new Set(needed.map(({ path }) => path))]);
  // What was changed meanwhile may have been read before that.
  if (!sources.some((path) => statSync(join(root, path)).mtimeMs >= began))
    put(`${file}.json`, JSON.stringify(note));
  return note;
}

function put(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}

/** A source that asks where it is gets its own place, not that of the build. */
function ownPlaces() {
  return {
    name: 'own-places',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('import.meta.')) return undefined;
        const contents = text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
        return { contents, loader: 'ts' };
      });
    },
  };
}
