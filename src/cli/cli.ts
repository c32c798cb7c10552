// The command line: finds the command, runs it, and says how it ended.
import { VERSION } from '#kit/version.ts';
import { type Given, type OwnOption, readArguments } from './arguments.ts';
import { harmless } from './cell.ts';
import { type Command, fullName } from './command.ts';
import { allCommands, findCommand } from './commands.ts';
import { EXIT, ReaderGone, Refused, Unreachable, WrongUsage } from './failures.ts';
import { spelled } from './flags.ts';
import { helpOfAll, helpOfCommand, helpOfGroup, usageOf } from './help.ts';
import { type Io, remark, write } from './io.ts';

/** Runs the command that `argv` names and answers the code of exit; throws only for bugs. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // What cannot be written is told by the next write; until then it must not end the process.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', ignore);
  let running: { command: Command; given: Given } | undefined;
  try {
    const commands = allCommands();
    const [first] = argv;
    if (first === '--version') {
      await write(io, `${VERSION}\n`);
    } else if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
      await write(io, `${helpOfAll(commands)}\n`);
    } else if (first.startsWith('-')) {
      throw new WrongUsage('The command comes first, its flags behind it.', 'See: rondine --help');
    } else {
      const { command, group, rest } = findCommand(commands, argv);
      if (command) await runCommand(command, rest, io, (given) => (running = { command, given }));
      else await write(io, `${helpOfGroup(commands, group!)}\n`);
    }
    return EXIT.done;
  } catch (error) {
    return tell(io, error, running);
  } finally {
    for (const stream of [io.stdout, io.stderr]) stream.off('error', ignore);
  }
}

function ignore(): void {}

async function runCommand(
  command: Command,
  rest: readonly string[],
  io: Io,
  begins: (given: Given) => void,
): Promise<void> {
  try {
    if (rest.includes('--help') || rest.includes('-h')) return await write(io, `${helpOfCommand(command)}\n`);
    const given = readArguments(rest, command.flags());
    begins(given);
    refuseIdleOptions(command, given);
    await command.run(io, given);
  } catch (error) {
    if (error instanceof WrongUsage && error.hint === undefined)
      throw new WrongUsage(
        error.message,
        `Usage: rondine ${usageOf(command)}\nSee: rondine ${fullName(command)} --help`,
      );
    throw error;
  }
}

/** An option that would be passed over in silence is a misunderstanding. */
function refuseIdleOptions(command: Command, { options }: Given): void {
  const idle: [OwnOption, boolean, string][] = [
    ['all', !command.isPaged, 'answers everything at once'],
    ['json', !command.takesJson, 'takes no JSON'],
    ['input', !command.takesJson, 'takes no JSON'],
    ['idempotency-key', !command.creates, 'makes nothing twice'],
    ['columns', command.columns().length === 0, 'answers no table'],
  ];
  for (const [name, isIdle, why] of idle)
    if (isIdle && options[name] !== undefined)
      throw new WrongUsage(`--${name} means nothing here: ${fullName(command)} ${why}.`);
}

function tell(io: Io, error: unknown, running: { command: Command; given: Given } | undefined): number {
  // At a question Ctrl-C is a key like others: it ends the question.
  if (io.signal.aborted || (error as Error).name === 'AbortError') return EXIT.stopped;
  if (error instanceof ReaderGone) return EXIT.done;
  if (error instanceof WrongUsage) {
    remark(io, [error.message, error.hint].filter(Boolean).join('\n'));
    return EXIT.usage;
  }
  const asJson = running?.given.options.output !== undefined && running.given.options.output !== 'table';
  if (error instanceof Refused) {
    remark(io, asJson ? JSON.stringify(error.body) : inWords(error, running?.command));
    return error.status === 503 ? EXIT.unreachable : EXIT.refused;
  }
  if (error instanceof Unreachable) {
    const { message } = error;
    remark(io, asJson ? JSON.stringify({ code: 'unreachable', message }) : message);
    return EXIT.unreachable;
  }
  throw error;
}

/** The server's sentence says what to do; inputs at fault are named as they are typed. */
function inWords({ body, status }: Refused, command: Command | undefined): string {
  const { code, message, fields, requestId } = body;
  const flags = command?.flags() ?? [];
  return [
    `Refused: ${harmless(message)} (${code})`,
    ...fields.map(({ path, message: why }) => `  ${spelled(flags, path.split('.'))}: ${harmless(why)}`),
    ...(status === 401 ? ['Run rondine login with a key that is in force.'] : []),
    `Request ${requestId}`,
  ].join('\n');
}
