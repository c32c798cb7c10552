// The flags of a command, made from the shape of its input.
import { type JsonSchema, wordsOf } from '#operations/json-schema.ts';
import { kebab } from './spelling.ts';

export type FlagKind = 'text' | 'integer' | 'number' | 'switch' | 'choice' | 'json';

export type Flag = {
  /** Without the dashes: `stage-id`; fields of an object are parted by points: `set.amount`. */
  name: string;
  /** Shorter spelling: `stage` for `stage-id`. */
  short: string | undefined;
  /** Where it stands in the input. */
  path: readonly string[];
  kind: FlagKind;
  choices: readonly string[];
  /** May be given several times: the input takes a list. */
  repeats: boolean;
  /** `--no-…` gives null. */
  clears: boolean;
  /** `--name.ANYTHING` gives one entry each: the input takes names of the caller’s choice. */
  open: boolean;
  /** What one such entry takes. */
  entry: { kind: FlagKind; choices: readonly string[] } | undefined;
  required: boolean;
  /** Never a flag, because arguments show in the list of processes; only within a file or standard input. */
  secret: boolean;
  words: string;
  format: string | undefined;
  otherwise: unknown;
};

/** In the order of the contract; an object is followed by its fields. */
export function flagsOf(input: JsonSchema): Flag[] {
  const flags = fieldsOf(input, []);
  const names = new Set(flags.map(({ name }) => name));
  for (const flag of flags) {
    const short = flag.name.replace(/-ids?$/, '');
    if (short !== flag.name && !names.has(short)) {
      flag.short = short;
      names.add(short);
    }
  }
  return flags;
}

/** How the field at `path` of the input is typed, for a message about it. */
export function spelled(flags: readonly Flag[], path: readonly string[]): string {
  const flag = flags.findLast((one) => one.path.every((part, at) => part === path[at]));
  // What lies within a value has no flag of its own.
  return flag ? [`--${flag.name}`, ...path.slice(flag.path.length)].join('.') : path.join('.');
}

function fieldsOf(schema: JsonSchema, above: readonly string[]): Flag[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, given]) => {
    const path = [...above, field];
    const required = above.length === 0 && (schema.required ?? []).includes(field);
    const flag = flagOf(given, path, required);
    const inner = withoutNull(given).branches;
    // Secrets and their like stay whole; so do lists and what may have several shapes.
    const opens = inner.length === 1 && inner[0]!.type === 'object' && !flag.repeats && above.length < 2;
    return opens ? [flag, ...fieldsOf(inner[0]!, path)] : [flag];
  });
}

function flagOf(schema: JsonSchema, path: readonly string[], required: boolean): Flag {
  const { branches, nullable } = withoutNull(schema);
  const lists = branches.filter((branch) => branch.type === 'array');
  const each = lists.flatMap((list) => (list.items ? withoutNull(list.items).branches : [{}]));
  const single = branches.filter((branch) => branch.type !== 'array');
  const about = lists.length > 0 ? [...each, ...single] : single;
  const values = about.flatMap((branch) => choicesOf(branch) ?? []);
  const kind = kindOf(about);
  const entries = branches.length === 1 ? branches[0]!.additionalProperties : undefined;
  const entry = typeof entries === 'object' ? withoutNull(entries).branches : undefined;
  return {
    name: path.map(kebab).join('.'),
    short: undefined,
    path,
    kind,
    choices: kind === 'choice' ? [...new Set(values)] : [],
    repeats: lists.length > 0,
    clears: nullable,
    open: entry !== undefined,
    entry: entry && { kind: kindOf(entry), choices: entry.flatMap((branch) => choicesOf(branch) ?? []) },
    required,
    secret: schema.writeOnly === true,
    words: wordsOf(schema),
    format: about.find((branch) => branch.format)?.format,
    otherwise: schema.default ?? undefined,
  };
}

/** The kind of a value that may be any of `branches`. */
function kindOf(branches: readonly JsonSchema[]): FlagKind {
  const types = branches.map(({ type }) => type);
  if (branches.length > 0 && branches.every(choicesOf)) return 'choice';
  // A query spells yes and no as words.
  if (types.includes('boolean') && branches.every((b) => b.type === 'boolean' || isTruthWord(b)))
    return 'switch';
  if (types.every((type) => type === 'integer')) return 'integer';
  if (types.every((type) => type === 'integer' || type === 'number')) return 'number';
  if (types.includes('string') && !types.includes('object') && !types.includes('array')) return 'text';
  return 'json';
}

/** The shapes that a value may have; null is told apart. */
function withoutNull(schema: JsonSchema): { branches: JsonSchema[]; nullable: boolean } {
  const all = flatten(schema);
  const branches = all.filter(({ type }) => type !== 'null');
  return { branches, nullable: branches.length < all.length };
}

function flatten(schema: JsonSchema): JsonSchema[] {
  const inner = schema.anyOf ?? schema.oneOf;
  if (inner) return inner.flatMap(flatten);
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

function choicesOf(schema: JsonSchema): string[] | undefined {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return values?.every((value) => typeof value === 'string') ? (values as string[]) : undefined;
}

function isTruthWord(schema: JsonSchema): boolean {
  return choicesOf(schema)?.every((word) => word === 'true' || word === 'false') ?? false;
}
