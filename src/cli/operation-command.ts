// An operation of the contract as a command.
import type { OperationDescription } from '#operations/describe-operations.ts';
import { type JsonSchema, wordsOf } from '#operations/json-schema.ts';
import { KEY_SCOPES } from '#operations/permissions.ts';
import type { Given } from './arguments.ts';
import type { Command } from './command.ts';
import { readConnection } from './connection.ts';
import { WrongUsage } from './failures.ts';
import { type Flag, flagsOf, spelled } from './flags.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';
import { connect, type Server } from './server.ts';
import { pageWriter, showAnswer } from './show.ts';
import { kebab } from './spelling.ts';

type Page = { items: Record<string, unknown>[]; nextCursor: string | null };

export function operationCommand(operation: OperationDescription, contract: object): Command {
  const { group, name, inPath, method, path, permission, summary, description, creates = false } = operation;
  let flags: Flag[] | undefined;
  const command: Command = {
    group: kebab(group),
    name: kebab(name),
    summary,
    description,
    permission: whoMay(permission),
    call: `${method} ${path}`,
    places: inPath.map((field) => ({
      name: kebab(field),
      words: wordsOf(operation.input().properties?.[field] ?? {}),
      required: true,
    })),
    flags: () => (flags ??= flagsOf(operation.input())),
    takesJson: true,
    creates,
    get isPaged() {
      return 'cursor' in (operation.input().properties ?? {});
    },
    columns: () => columnsOf(operation.output()),
    async run(io, given) {
      const server = connect(io, await readConnection(io), contract);
      const input = await readInput(io, given, inPath, command.flags());
      await refuseFaults(operation, command, input);
      if (given.options.all) return everyPage(io, given, server, operation, input);
      const key = given.options['idempotency-key'];
      await showAnswer(io, given, await server.call([group, name], input, key));
    },
  };
  return command;
}

/** As help says it: some things no key can do. */
function whoMay(permission: string): string {
  if (permission === 'anyone') return 'none';
  if (permission === 'signed_in' || !(KEY_SCOPES as readonly string[]).includes(permission))
    return `${permission} (for people only: no API key has it)`;
  return permission;
}

function columnsOf(output: JsonSchema): string[] {
  const items = output.properties?.items;
  return items?.type === 'array' ? Object.keys(items.items?.properties ?? {}) : [];
}

async function refuseFaults(
  operation: OperationDescription,
  command: Command,
  input: Record<string, unknown>,
): Promise<void> {
  const missing = (operation.input().required ?? []).filter((field) => input[field] === undefined);
  const flags = command.flags();
  const typed = (path: readonly string[]) =>
    operation.inPath.includes(path[0]!) ? kebab(path[0]!).toUpperCase() : spelled(flags, path);
  const lines = missing.map((field) => {
    const words = flags.find(({ name }) => name === kebab(field))?.words;
    return `${typed([field])} is needed${words ? `: ${words}` : ''}.`;
  });
  for (const { path, message } of await operation.faultsOf(input))
    if (!missing.includes(path[0]!))
      lines.push(`${path.length === 0 ? 'The input' : typed(path)}: ${message}.`);
  if (lines.length > 0) throw new WrongUsage(lines.join('\n'));
}

/** One page is held at a time, and the next asked for only when it is written. */
async function everyPage(
  io: Io,
  given: Given,
  server: Server,
  { group, name, input: shape }: OperationDescription,
  input: Record<string, unknown>,
): Promise<void> {
  const limit = input.limit ?? shape().properties?.limit?.maximum ?? 200;
  const show = pageWriter(io, given);
  for (let cursor = input.cursor; ; ) {
    const page = (await server.call([group, name], { ...input, limit, cursor })) as Page;
    await show(page.items);
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}
