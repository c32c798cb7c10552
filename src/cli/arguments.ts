// Reads what stands behind a command: places, flags of its input, and the options that all commands share.
import { WrongUsage } from './failures.ts';
import type { Flag } from './flags.ts';
import { didYouMean } from './nearest.ts';
import { readValue } from './read-value.ts';
import { kebab } from './spelling.ts';

export const OUTPUTS = ['table', 'json', 'lines'] as const;
export type Output = (typeof OUTPUTS)[number];

/** Options of the client itself; no field of an operation may be called so. */
export const OWN_OPTIONS = {
  help: { letter: 'h', value: undefined, words: 'Say what the command takes' },
  output: {
    letter: 'o',
    value: OUTPUTS.join('|'),
    words: 'table (the usual on a terminal), json (the usual otherwise), or lines: one JSON object per line',
  },
  columns: { letter: undefined, value: 'A,B', words: 'Columns of the table, such as id,title,stage.name' },
  all: {
    letter: undefined,
    value: undefined,
    words: 'Every page, not only one; as JSON one object per line',
  },
  json: { letter: undefined, value: 'JSON', words: 'The input as JSON; flags stand above it' },
  input: { letter: undefined, value: 'FILE', words: 'The same from a file; - is standard input' },
  'idempotency-key': {
    letter: undefined,
    value: 'KEY',
    words: 'Any text of yours: repeated with the same key, nothing is made twice',
  },
} as const;
export type OwnOption = keyof typeof OWN_OPTIONS;

export type Given = {
  /** What stands without a flag, in order. */
  places: string[];
  values: { flag: Flag; path: readonly string[]; value: unknown }[];
  options: Partial<Record<OwnOption, string>>;
};

/** Throws WrongUsage for what no flag takes. `--` ends the flags. */
export function readArguments(args: readonly string[], flags: readonly Flag[]): Given {
  const given: Given = { places: [], values: [], options: {} };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift()!;
    if (arg === '--') {
      given.places.push(...rest.splice(0));
    } else if (arg.startsWith('--')) {
      const at = arg.indexOf('=');
      const name = at < 0 ? arg.slice(2) : arg.slice(2, at);
      takeNamed(given, flags, name, at < 0 ? undefined : arg.slice(at + 1), rest);
    } else if (arg.length > 1 && arg.startsWith('-')) {
      const own = ownNames.find((name) => OWN_OPTIONS[name].letter === arg[1]);
      if (!own) throw new WrongUsage(`There is no ${arg.slice(0, 2)}.`);
      const inline = arg.length > 2 ? arg.slice(2).replace(/^=/, '') : undefined;
      takeNamed(given, flags, own, inline, rest);
    } else given.places.push(arg);
  }
  const { output } = given.options;
  if (output !== undefined && !OUTPUTS.includes(output as Output))
    throw new WrongUsage(`--output is ${OUTPUTS.join(', ')}, not "${output}".${didYouMean(output, OUTPUTS)}`);
  return given;
}

const ownNames = Object.keys(OWN_OPTIONS) as OwnOption[];

function takeNamed(
  given: Given,
  flags: readonly Flag[],
  name: string,
  inline: string | undefined,
  rest: string[],
): void {
  const own = ownNames.find((one) => one === name);
  const theValue = () => {
    const value = inline ?? rest.shift();
    if (value === undefined) throw new WrongUsage(`--${name} needs a value.`);
    return value;
  };
  if (own) {
    if (OWN_OPTIONS[own].value === undefined && inline !== undefined)
      throw new WrongUsage(`--${own} takes no value.`);
    given.options[own] = OWN_OPTIONS[own].value === undefined ? 'yes' : theValue();
    return;
  }
  const found = findFlag(flags, name);
  if (!found) throw new WrongUsage(unknownFlag(flags, name));
  const { flag, path, negated } = found;
  if (flag.secret && !negated)
    throw new WrongUsage(
      `--${flag.name} would show in the list of processes: give it as JSON with --input FILE or --input -.`,
    );
  if (negated && inline !== undefined) throw new WrongUsage(`--no-${flag.name} takes no value.`);
  const add = (value: unknown) => given.values.push({ flag, path, value });
  if (negated) add(flag.kind === 'switch' ? false : null);
  else if (flag.kind === 'switch' && inline === undefined) add(true);
  else add(readValue(flag, theValue()));
}

function findFlag(flags: readonly Flag[], name: string) {
  const plain = kebab(name);
  const named = (text: string) => flags.find((flag) => flag.name === text || flag.short === text);
  const flag = named(plain);
  if (flag) return { flag, path: flag.path, negated: false };
  const off = plain.startsWith('no-') ? named(plain.slice(3)) : undefined;
  if (off && (off.clears || off.kind === 'switch')) return { flag: off, path: off.path, negated: true };
  // The rest of an open name is the caller’s own and keeps its spelling.
  const open = flags.find((one) => one.open && plain.startsWith(`${one.name}.`));
  if (!open || name.length <= open.name.length + 1) return undefined;
  const entry = name.slice(open.name.length + 1);
  if (entry === '__proto__') return undefined;
  return { flag: { ...open, ...open.entry }, path: [...open.path, entry], negated: false };
}

function unknownFlag(flags: readonly Flag[], name: string): string {
  if (/^(api-?)?(key|token)$/i.test(name))
    return `There is no --${name}: keys do not belong on the command line. Use rondine login, or RONDINE_API_KEY.`;
  const known = [...flags.filter((flag) => !flag.secret).map((flag) => flag.name), ...ownNames];
  return `There is no --${name} here.${didYouMean(name, known, (one) => `--${one}`)}`;
}
