// npm run check — everything that must hold, as one readable list; --fast leaves the tests out.
import { spawnSync } from 'node:child_process';

const node = process.execPath;
const bin = (path: string) => [node, `node_modules/${path}`];
const script = (path: string, ...rest: string[]) => [node, '--import', 'tsx', path, ...rest];

const STEPS: [name: string, command: string[]][] = [
  ['Format and lint', [...bin('@biomejs/biome/bin/biome'), 'ci', '--reporter=summary']],
  ['Types of the server', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['Types of the browser', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json']],
  ['Database files are fresh', script('scripts/db-generate.ts', '--check')],
  ['Reference pages are fresh', script('scripts/docs.ts', '--check')],
  ['Weight of the web app', script('scripts/bundle-size.ts')],
  ['Tests', [...bin('vitest/vitest.mjs'), 'run']],
];

const fast = process.argv.includes('--fast');
const failed: string[] = [];
for (const [name, [command, ...args]] of STEPS) {
  if (fast && name === 'Tests') continue;
  const began = performance.now();
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command!, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(status === 0 ? `  ok, ${seconds} s` : `  FAILED after ${seconds} s`);
  if (status !== 0) failed.push(name);
}
const ran = STEPS.length - (fast ? 1 : 0);
console.log(failed.length === 0 ? '\nEverything holds.' : `\nFailed: ${failed.join(', ')}.`);
console.log(`Checks: ${ran - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
