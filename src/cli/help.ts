// What help says of the client, of a group and of a command: all from the contract.
import { OWN_OPTIONS, type OwnOption } from './arguments.ts';
import { type Command, fullName } from './command.ts';
import type { Flag } from './flags.ts';

const INDENT = '  ';

export function helpOfAll(commands: readonly Command[]): string {
  const groups = new Map<string, string[]>();
  for (const { group, name } of commands)
    if (group !== '') groups.set(group, [...(groups.get(group) ?? []), name]);
  return [
    'Usage: rondine GROUP COMMAND [arguments] [flags]',
    section(
      'This client',
      commands.filter(({ group }) => group === '').map(({ name, summary }) => [name, summary]),
    ),
    section(
      'Groups',
      [...groups].map(([group, names]) => [group, names.join(', ')]),
    ),
    [
      'rondine GROUP --help tells its commands, rondine GROUP COMMAND --help what one takes.',
      'RONDINE_URL and RONDINE_API_KEY, or rondine login, say where and as whom.',
      'Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the server cannot be reached.',
    ].join('\n'),
  ].join('\n\n');
}

export function helpOfGroup(commands: readonly Command[], group: string): string {
  const members = commands.filter((command) => command.group === group);
  return [
    `Usage: rondine ${group} COMMAND`,
    section(
      'Commands',
      members.map((command) => [[command.name, ...placesOf(command)].join(' '), command.summary]),
    ),
    `rondine ${group} COMMAND --help tells what one takes.`,
  ].join('\n\n');
}

export function helpOfCommand(command: Command): string {
  const flags = command
    .flags()
    .filter(({ path }) => !command.places.some(({ name }) => path.length === 1 && name === path[0]));
  const columns = command.columns();
  const about = [
    command.permission && `Permission: ${command.permission}`,
    command.call && `Call: ${command.call}`,
    columns.length > 0 && `Columns: ${columns.join(', ')}`,
  ].filter((line) => typeof line === 'string');
  return [
    `${command.summary}.${command.description ? `\n${command.description}` : ''}`,
    `Usage: rondine ${usageOf(command)}`,
    section(
      'Arguments',
      command.places.map(({ name, words }) => [name.toUpperCase(), words]),
    ),
    section(
      'Flags',
      flags.filter(({ secret }) => !secret).map((flag) => [usage(flag), meaning(flag)]),
    ),
    section(
      'Only within --input, because arguments show in the list of processes',
      flags.filter(({ secret }) => secret).map((flag) => [flag.path.join('.'), meaning(flag)]),
    ),
    section('Options', optionsOf(command)),
    about.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `deals move ID [flags]`. */
export function usageOf(command: Command): string {
  const words = [fullName(command), ...placesOf(command)];
  return (command.flags().length > command.places.length ? [...words, '[flags]'] : words).join(' ');
}

function placesOf({ places }: Command): string[] {
  return places.map(({ name, required }) => (required ? name.toUpperCase() : `[${name.toUpperCase()}]`));
}

/** Options of the client that mean something here. */
function optionsOf(command: Command): [string, string][] {
  const silent: OwnOption[] = [
    ...(command.takesJson ? [] : (['json', 'input'] as const)),
    ...(command.isPaged ? [] : (['all'] as const)),
    ...(command.columns().length > 0 ? [] : (['columns'] as const)),
    ...(command.creates ? [] : (['idempotency-key'] as const)),
  ];
  return (Object.keys(OWN_OPTIONS) as OwnOption[])
    .filter((name) => !silent.includes(name))
    .map((name) => {
      const { letter, value, words } = OWN_OPTIONS[name];
      return [`${letter ? `-${letter}, ` : ''}--${name}${value ? ` ${value}` : ''}`, words];
    });
}

function usage({ name, short, kind, format, open }: Flag): string {
  if (open) return `--${name}.NAME VALUE`;
  if (kind === 'switch') return `--${name}`;
  const value = { integer: 'NUMBER', number: 'NUMBER', choice: 'CHOICE', json: 'JSON', text: 'TEXT' }[kind];
  const formats: Record<string, string> = { uuid: 'ID', date: 'DAY', 'date-time': 'TIME' };
  return `--${short ?? name} ${formats[format ?? ''] ?? value}`;
}

function meaning({ words, choices, required, repeats, clears, kind, name, short, otherwise }: Flag): string {
  const simple = ['string', 'number', 'boolean'].includes(typeof otherwise);
  return [
    words,
    choices.length > 0 &&
      choices.length <= 30 &&
      !choices.every((one) => words.includes(one)) &&
      `One of ${choices.join(', ')}`,
    required && 'Needed',
    repeats && 'May be repeated',
    (clears || kind === 'switch') && `--no-${short ?? name}: ${kind === 'switch' ? 'false' : 'none'}`,
    simple && `Otherwise ${otherwise}`,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('. ');
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return '';
  const width = Math.min(34, Math.max(...rows.map(([name]) => name.length)));
  const gap = INDENT + INDENT;
  return [
    `${title}:`,
    ...rows.map(([name, words]) => {
      const lines = wrap(words, 100 - width);
      const margin = `\n${INDENT}${' '.repeat(width)}${gap}`;
      // A name that is too long has its words below.
      const begins =
        name.length > width ? `${INDENT}${name}${margin}` : `${INDENT}${name.padEnd(width)}${gap}`;
      return `${begins}${lines.join(margin)}`.trimEnd();
    }),
  ].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
