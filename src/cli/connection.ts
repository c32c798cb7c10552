// Which server, and with which key: from the environment, or from the file that login writes.
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { WrongUsage } from './failures.ts';
import type { Io } from './io.ts';
import type { Connection } from './server.ts';

const Kept = z.object({ url: z.url(), key: z.string().min(1) });
const OTHERS = 0o077;

/**
 * Both from one place, never one from here and one from there: a key would go to a server that it is not for.
 * Throws WrongUsage that says what is missing.
 */
export async function readConnection(io: Io): Promise<Connection & { from: string }> {
  const { url, key, file } = io.settings;
  if (url !== undefined && key !== undefined) return { url: readAddress(url), key, from: 'the environment' };
  if (url !== undefined || key !== undefined)
    throw new WrongUsage(
      `RONDINE_URL and RONDINE_API_KEY go together: ${url === undefined ? 'RONDINE_URL' : 'RONDINE_API_KEY'} is not set.`,
    );
  const kept = await readKept(file);
  if (!kept)
    throw new WrongUsage(
      'No server is known yet.',
      'Run rondine login, or set RONDINE_URL and RONDINE_API_KEY. Keys are made under Settings, API keys.',
    );
  return { ...kept, from: file };
}

/** `http://127.0.0.1:4000`, without a slash at the end. Throws WrongUsage for what is no address. */
export function readAddress(text: string): string {
  let address: URL;
  try {
    address = new URL(text);
  } catch {
    throw new WrongUsage(`"${text}" is no address: write it like https://rondine.example.com.`);
  }
  if (!/^https?:$/.test(address.protocol) || address.username || address.search || address.hash)
    throw new WrongUsage(`The address must be like https://rondine.example.com, without more.`);
  return address.href.replace(/\/+$/, '');
}

async function readKept(file: string): Promise<Connection | undefined> {
  let text: string;
  try {
    if ((await stat(file)).mode & OTHERS)
      throw new WrongUsage(`${file} holds a key and can be read by others.`, `Run: chmod 600 ${file}`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    throw new WrongUsage(`${file} does not hold what login writes.`, 'Run rondine login again.');
  }
}

/** Readable by its owner alone from the first byte on, and never half written. */
export async function keepConnection(file: string, connection: Connection): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(connection)}\n`);
  } finally {
    await handle.close();
  }
  await chmod(fresh, 0o600);
  await rename(fresh, file);
}

/** True when there was one to forget. */
export async function forgetConnection(file: string): Promise<boolean> {
  return rm(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
