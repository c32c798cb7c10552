// Every command there is, and the one that somebody means.
import { contract } from '#features/contract.ts';
import { FILE_DOORS } from '#features/file-doors.ts';
import { describeOperations } from '#operations/describe-operations.ts';
import { type Command, fullName } from './command.ts';
import { WrongUsage } from './failures.ts';
import { fileCommand } from './file-command.ts';
import { ACCOUNT_COMMANDS } from './login.ts';
import { didYouMean } from './nearest.ts';
import { operationCommand } from './operation-command.ts';

/** The client's own first, then the contract's groups in their order, each with its files. */
export function allCommands(): Command[] {
  const operations = describeOperations(contract).map((operation) => operationCommand(operation, contract));
  const files = FILE_DOORS.map(fileCommand);
  const groups = [...new Set(operations.map(({ group }) => group))];
  return [
    ...ACCOUNT_COMMANDS,
    ...groups.flatMap((group) => [...operations, ...files].filter((command) => command.group === group)),
  ];
}

/** The command at the beginning of `argv`, or the group when only that stands there; `rest` is what follows. */
export function findCommand(
  commands: readonly Command[],
  argv: readonly string[],
): { command?: Command; group?: string; rest: readonly string[] } {
  const [first = '', second] = argv;
  const alone = commands.find(({ group, name }) => group === '' && name === first);
  if (alone) return { command: alone, rest: argv.slice(1) };
  const members = commands.filter(({ group }) => group === first && group !== '');
  if (members.length === 0)
    throw new WrongUsage(unknownGroup(commands, first, second), 'See: rondine --help');
  if (second === undefined || second.startsWith('-')) return { group: first, rest: argv.slice(1) };
  const command = members.find(({ name }) => name === second);
  if (!command) {
    const names = members.map(({ name }) => name);
    const written = (name: string) => `${first} ${name}`;
    throw new WrongUsage(
      `There is no command "${first} ${second}".${didYouMean(second, names, written)}`,
      `See: rondine ${first} --help`,
    );
  }
  return { command, rest: argv.slice(2) };
}

/** `rondine deal list` and `rondine list deals` mean something, too. */
function unknownGroup(commands: readonly Command[], first: string, second: string | undefined): string {
  const known = new Set(commands.map(({ group, name }) => group || name));
  const turned = commands.find(
    ({ group, name }) => second !== undefined && group === second && name === first,
  );
  const guess = turned ? ` Did you mean ${fullName(turned)}?` : didYouMean(first, known);
  return `There is no command "${first}".${guess}`;
}
