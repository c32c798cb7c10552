// Logging in, logging out, and where one stands: the commands that know of the client's own file.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from './command.ts';
import { forgetConnection, keepConnection, readAddress, readConnection } from './connection.ts';
import { Refused, WrongUsage } from './failures.ts';
import { type Io, readStdin, remark, write } from './io.ts';
import { type Connection, connect, jsonOf } from './server.ts';
import { showAnswer } from './show.ts';

const own = {
  group: '',
  description: undefined,
  permission: undefined,
  call: undefined,
  places: [],
  flags: () => [],
  takesJson: false,
  isPaged: false,
  creates: false,
  columns: () => [],
} satisfies Partial<Command>;

export const ACCOUNT_COMMANDS: readonly Command[] = [
  {
    ...own,
    name: 'login',
    summary: 'Keep the address of a server and an API key for the commands that follow',
    description:
      'Asks for the key, which is not shown, or reads it from standard input. Keys are made under Settings, API keys.',
    places: [
      { name: 'address', words: 'Where Rondine is, such as https://rondine.example.com', required: true },
    ],
    async run(io, { places: [address, ...more] }) {
      if (address === undefined)
        throw new WrongUsage('ADDRESS is needed, such as https://rondine.example.com.');
      if (more.length > 0)
        throw new WrongUsage('Only the address: the key is asked for, or read from standard input.');
      const url = readAddress(address);
      if (isUnguarded(url)) remark(io, 'This address is not https: others on the way can read the key.');
      const key = (
        io.stdin.isTTY ? await askHidden(io, 'API key (not shown): ') : await readStdin(io)
      ).trim();
      if (key === '' || /\s/.test(key))
        throw new WrongUsage('That is no API key: it is one word, beginning with rnd_.');
      const workspace = await workspaceOf(io, { url, key });
      await keepConnection(io.settings.file, { url, key });
      await write(io, `Logged in to ${workspace} at ${url}. Kept in ${io.settings.file}.\n`);
    },
  },
  {
    ...own,
    name: 'logout',
    summary: 'Forget address and key; the key itself is revoked in the settings',
    async run(io) {
      const was = await forgetConnection(io.settings.file);
      await write(io, was ? `Forgotten: ${io.settings.file} is gone.\n` : 'Nothing was kept.\n');
    },
  },
  {
    ...own,
    name: 'status',
    summary: 'Say which server and workspace the commands go to',
    async run(io, given) {
      const { url, key, from } = await readConnection(io);
      await showAnswer(io, given, { server: url, workspace: await workspaceOf(io, { url, key }), from });
    },
  },
];

/** The name of the key's workspace; a key that may not read it is good all the same. */
async function workspaceOf(io: Io, connection: Connection): Promise<string> {
  try {
    const answer = await connect(io, connection, {}).send('GET', '/workspace');
    return ((await jsonOf(connection.url, answer)) as { name: string }).name;
  } catch (error) {
    if (error instanceof Refused && error.body.code === 'forbidden') return 'a workspace';
    throw error;
  }
}

function isUnguarded(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Reads a line that does not appear while it is typed. */
async function askHidden(io: Io, question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  io.stderr.write(question);
  try {
    return await lines.question('', { signal: io.signal });
  } finally {
    lines.close();
    io.stderr.write('\n');
  }
}
