// Puts the input of an operation together: JSON first, above it what stands in places and flags.
import { readFile } from 'node:fs/promises';
import type { Given } from './arguments.ts';
import { WrongUsage } from './failures.ts';
import type { Flag } from './flags.ts';
import { type Io, readStdin } from './io.ts';

type Fields = Record<string, unknown>;

/** `inPath`: the fields that the places stand for, in order. Throws WrongUsage; what is required is not looked at. */
export async function readInput(
  io: Io,
  given: Given,
  inPath: readonly string[],
  flags: readonly Flag[],
): Promise<Fields> {
  const input = await readJson(io, given);
  if (given.options.json !== undefined) refuseSecrets(input, flags);
  for (const [at, value] of given.places.entries()) {
    const field = inPath[at];
    if (field === undefined) throw new WrongUsage(`"${value}" is one too many.`);
    if (given.values.some(({ path }) => path[0] === field))
      throw new WrongUsage(`${field} stands there twice: as "${value}" and as --${field}.`);
    input[field] = value;
  }
  const lists = new Map<string, unknown[]>();
  for (const { flag, path, value } of given.values) {
    if (!flag.repeats || value === null) {
      put(input, path, value);
      continue;
    }
    const list = lists.get(flag.name) ?? [];
    // One flag may bring several objects at once, as a JSON list.
    list.push(...(flag.kind === 'json' && Array.isArray(value) ? value : [value]));
    lists.set(flag.name, list);
    put(input, path, list);
  }
  return input;
}

/** Arguments show in the list of processes. */
function refuseSecrets(input: Fields, flags: readonly Flag[]): void {
  for (const { path } of flags.filter((flag) => flag.secret)) {
    const value = path.reduce<unknown>(
      (within, part) => (within as Fields | null | undefined)?.[part],
      input,
    );
    if (value === undefined || value === null) continue;
    throw new WrongUsage(
      `${path.join('.')} in --json would show in the list of processes: give the JSON with --input FILE or --input -.`,
    );
  }
}

function put(input: Fields, path: readonly string[], value: unknown): void {
  let place = input;
  for (const part of path.slice(0, -1)) {
    const inner = place[part];
    place[part] = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
    place = place[part] as Fields;
  }
  place[path.at(-1)!] = value;
}

async function readJson(io: Io, { options: { json, input } }: Given): Promise<Fields> {
  if (json !== undefined && input !== undefined)
    throw new WrongUsage('--json and --input say the same thing: use one of them.');
  if (json === undefined && input === undefined) return {};
  const source = json === undefined ? (input === '-' ? 'Standard input' : input!) : '--json';
  let value: unknown;
  try {
    value = JSON.parse((json ?? (await readText(io, input!))).replace(/^\ufeff/, ''));
  } catch (error) {
    // The message of the parser would repeat what it read, and that may be secret.
    if (error instanceof SyntaxError) throw new WrongUsage(`${source} is not JSON.`);
    throw error;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongUsage(`${source} must be one JSON object, such as {"title":"Kitchen"}.`);
  return value as Fields;
}

/** The text of a file, or of standard input for `-`. Throws WrongUsage when there is no such file. */
async function readText(io: Io, file: string): Promise<string> {
  if (file === '-') return readStdin(io);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
}
