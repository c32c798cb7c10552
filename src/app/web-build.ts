// Builds the web app when its sources have changed since the last build; otherwise does nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { now, sleep } from '#kit/clock.ts';

export const WEB_FOLDER = 'dist/web';
const MARK = '.built-from';
const LONGEST_BUILD_MS = 120_000;
const SOURCES = ['src', 'vite.config.ts', 'scripts/browser-modules.ts', 'package-lock.json'];
const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/** Builds into `root`/dist/web if needed; `announce` is called before a build starts. Throws with the builder's words. */
export async function buildWebIfStale(root: string, announce: () => void): Promise<string> {
  const folder = join(root, WEB_FOLDER);
  const mark = join(folder, MARK);
  const fingerprint = await fingerprintOf(root);
  const isFresh = () => existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint;
  if (isFresh()) return folder;
  announce();
  const release = await alone(`${folder}.building`);
  try {
    if (isFresh()) return folder;
    await runVite(root);
    await compressAll(folder);
    writeFileSync(mark, fingerprint);
  } finally {
    release();
  }
  return folder;
}

/** Two starts of one checkout must not build at once. What a killed build left behind is taken over. */
async function alone(lock: string): Promise<() => void> {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch {
      if (await isLeftOver(lock)) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
}

async function isLeftOver(lock: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(lock);
    if (now().getTime() - mtimeMs > LONGEST_BUILD_MS) return true;
    const builder = Number(readFileSync(lock, 'utf8'));
    // Signal 0 only asks whether the process is there; an empty file is being written just now.
    return builder > 0 && !process.kill(builder, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Names, sizes and times of all sources: a change of any makes a new build. */
async function fingerprintOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const info = await stat(path);
    const files = info.isDirectory() ? await readdir(path, { recursive: true }) : [''];
    for (const file of files.filter((f) => inBrowser(source, f)).sort()) {
      const { size, mtimeMs } = await stat(join(path, file));
      hash.update(`${source}/${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function inBrowser(source: string, file: string): boolean {
  return source !== 'src' || (/\.\w+$/.test(file) && !/\.(test\.tsx?|sql)$/.test(file));
}

function runVite(root: string): Promise<void> {
  return new Promise((done, failed) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString();
      });
    child.on('error', failed);
    child.on('close', (code) =>
      code === 0 ? done() : failed(new Error(`The web app could not be built:\n${said.trim()}`)),
    );
  });
}

async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => COMPRESSED.test(file));
  for (const file of files) {
    const path = join(folder, file);
    const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    await Promise.all([
      pipeline(createReadStream(path), createGzip({ level: 9 }), createWriteStream(`${path}.gz`)),
      pipeline(createReadStream(path), brotli, createWriteStream(`${path}.br`)),
    ]);
  }
}
