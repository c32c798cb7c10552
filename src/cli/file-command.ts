// A file that goes in or out as a command: streamed, whatever its size.
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { API, type FileDoor } from '#features/file-doors.ts';
import { toJsonSchema } from '#operations/json-schema.ts';
import type { Given } from './arguments.ts';
import type { Command, Place } from './command.ts';
import { readConnection } from './connection.ts';
import { Unreachable, WrongUsage } from './failures.ts';
import { bytesOf, typeOf } from './file-in.ts';
import { keepFile } from './file-out.ts';
import { type Flag, flagsOf } from './flags.ts';
import { type Io, remark } from './io.ts';
import { readInput } from './read-input.ts';
import { connect, isCsv, isPage, jsonOf, notRondine, reason, type Server } from './server.ts';
import { showAnswer } from './show.ts';

export function fileCommand(door: FileDoor): Command {
  const { group, name, summary, permission, method, path, id } = door;
  const goes = method === 'POST';
  const file: Place = goes
    ? { name: 'file', words: 'File to bring; - is standard input', required: true }
    : { name: 'file', words: 'Where to write it; standard output when left out', required: false };
  const places = id === undefined ? [file] : [{ name: 'id', words: `${id} (id)`, required: true }, file];
  let flags: Flag[] | undefined;
  return {
    ...{ group, name, summary, permission, places },
    description: undefined,
    call: `${method} ${path.slice(API.length)}`,
    flags: () => (flags ??= flagsOf(toJsonSchema(door.filter ?? door.query, 'input'))),
    ...{ takesJson: false, isPaged: false, creates: false },
    columns: () => [],
    async run(io, given) {
      const missing = places.find((place, at) => place.required && given.places[at] === undefined);
      if (missing) throw new WrongUsage(`${missing.name.toUpperCase()} is needed: ${missing.words}.`);
      const inPlaces = places.map((place) => place.name);
      const { id: of, file: at, ...chosen } = await readInput(io, given, inPlaces, []);
      const query = queryOf(door, chosen);
      if (goes && door.nameAs !== undefined)
        query.set(door.nameAs, at === '-' ? 'file' : basename(String(at)));
      const server = connect(io, await readConnection(io), {});
      const address = `${path.slice(API.length).replace('{id}', encodeURIComponent(String(of)))}?${query}`;
      if (goes) await bring(io, given, server, address, String(at));
      else
        await fetchTo(io, server, address, at === '-' ? undefined : given.places.at(places.length - 1), door);
    },
  };
}

/** Throws WrongUsage for what the contract does not take. */
function queryOf(door: FileDoor, chosen: Record<string, unknown>): URLSearchParams {
  const shape = door.filter ?? door.query;
  const faults = shape?.safeParse(chosen).error?.issues ?? [];
  if (faults.length > 0)
    throw new WrongUsage(faults.map(({ path, message }) => `--${path.join('.')}: ${message}.`).join('\n'));
  if (door.filter) return new URLSearchParams({ filter: JSON.stringify(chosen) });
  return new URLSearchParams(
    Object.entries(chosen).map(([name, value]): [string, string] => [name, String(value)]),
  );
}

async function bring(io: Io, given: Given, server: Server, address: string, file: string): Promise<void> {
  const bytes = await bytesOf(io, file);
  try {
    const body = Readable.toWeb(bytes) as ReadableStream;
    const more = { body, duplex: 'half', headers: { 'content-type': typeOf(file) } } as RequestInit;
    const answer = await server.send('POST', address, more);
    await showAnswer(io, given, await jsonOf(server.url, answer));
  } finally {
    // A server that refuses does not read to the end.
    bytes.destroy();
  }
}

async function fetchTo(
  io: Io,
  server: Server,
  address: string,
  file: string | undefined,
  { isBinary = false }: FileDoor,
): Promise<void> {
  if (isBinary && file === undefined && io.stdout.isTTY)
    throw new WrongUsage('This is nothing for a terminal: name a FILE to write it to.');
  const answer = await server.send('GET', address);
  if (isBinary ? isPage(answer) : !isCsv(answer)) {
    await answer.body?.cancel();
    throw new Unreachable(notRondine(server.url, answer));
  }
  const broken = (error: unknown) =>
    new Unreachable(`The file broke off: ${reason(error)}. It is not whole.`);
  const bytes = await keepFile(io, answer, file, broken);
  if (file !== undefined) remark(io, `${file}: ${bytes} bytes.`);
}
