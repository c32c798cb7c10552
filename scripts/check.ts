// npm run check — everything that must hold, as one readable list; --fast leaves the tests out.
import { spawn } from 'node:child_process';

type Step = { name: string; command: string[] };

const node = process.execPath;
const bin = (path: string) => [node, `node_modules/${path}`];
const script = (path: string, ...rest: string[]) => [node, 'scripts/run.js', path, ...rest];

/** They read files only, so they run side by side. */
const ABOUT_FILES: Step[] = [
  { name: 'Weight of the web app', command: script('scripts/bundle-size.ts') },
  { name: 'Types of the browser', command: [...bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json'] },
  { name: 'Types of the server', command: [...bin('typescript/bin/tsc'), '-p', 'tsconfig.json'] },
  { name: 'Database files are fresh', command: script('scripts/db-generate.ts', '--check') },
  { name: 'Format and lint', command: [...bin('@biomejs/biome/bin/biome'), 'ci', '--reporter=summary'] },
  { name: 'Reference pages are fresh', command: script('scripts/docs.ts', '--check') },
];
/** They need the web app that was built for its weight, and the machine for themselves. */
const TESTS: Step = { name: 'Tests', command: [...bin('vitest/vitest.mjs'), 'run'] };

/** Steps side by side tell what they said when they end, a lone one at once; answers whether it passed. */
function run({ name, command: [program, ...args] }: Step, alone: boolean): Promise<boolean> {
  const began = performance.now();
  if (alone) console.log(`\n— ${name}`);
  const child = spawn(program!, args, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((done) =>
    child.on('close', (code) => {
      if (!alone) console.log(`\n— ${name}\n${said.trim()}`);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(code === 0 ? `  ok, ${seconds} s` : `  FAILED after ${seconds} s`);
      done(code === 0);
    }),
  );
}

const fast = process.argv.includes('--fast');
const steps = [...ABOUT_FILES, ...(fast ? [] : [TESTS])];
const passed = await Promise.all(ABOUT_FILES.map((step) => run(step, false)));
if (!fast) passed.push(await run(TESTS, true));
const failed = steps.filter((_, at) => !passed[at]).map(({ name }) => name);
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}.`);
console.log(`Checks: ${steps.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
