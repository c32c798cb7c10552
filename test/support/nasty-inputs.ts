// Makes inputs from an operation's own schema: a good one, and ones with one nasty value somewhere in it.
import { z } from 'zod';
import { contract } from '#features/contract.ts';
import { encodeCursor } from '#kit/paging.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = {
  type?: string | string[];
  const?: Json;
  enum?: Json[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  additionalProperties?: Schema | boolean;
};
export type Input = { [key: string]: Json };
export type OperationToTry = { name: string; feature: string; method: string; path: string; schema: Schema };

/** Every operation with the JSON Schema of its input. */
export const operations: OperationToTry[] = Object.entries(contract).flatMap(([feature, promises]) =>
  Object.entries(promises).map(([name, promise]) => {
    const { route, inputSchema } = (
      promise as unknown as {
        '~orpc': { route: { method?: string; path?: string }; inputSchema?: z.ZodType };
      }
    )['~orpc'];
    const schema = inputSchema
      ? (z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema)
      : {};
    return {
      name: `${feature}.${name}`,
      feature,
      method: route.method ?? 'POST',
      path: `/api/v1${route.path ?? ''}`,
      schema,
    };
  }),
);

/** What stands at a place of the input: the path to it, and its schema. */
type Place = { path: (string | number)[]; schema: Schema };

/** A good input, with `idOf` saying which id goes where; and every place in it. */
export function goodInput(
  schema: Schema,
  idOf: (field: string) => string,
): { input: Input; places: Place[] } {
  const places: Place[] = [];
  const input = make(schema, [], idOf, places);
  return { input: typeof input === 'object' && input && !Array.isArray(input) ? input : {}, places };
}

function make(
  schema: Schema,
  path: (string | number)[],
  idOf: (field: string) => string,
  places: Place[],
): Json {
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return make(choice.find((each) => each.type !== 'null') ?? {}, path, idOf, places);
  if (schema.allOf) return make(Object.assign({}, ...schema.allOf), path, idOf, places);
  places.push({ path, schema });
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0]!;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => name !== 'cursor')
          .map(([name, inner]) => [name, make(inner, [...path, name], idOf, places)]),
      );
    case 'array':
      return [make(schema.items ?? {}, [...path, 0], idOf, places)];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    default:
      return goodText(schema, path, idOf);
  }
}

function goodText(schema: Schema, path: (string | number)[], idOf: (field: string) => string): string {
  const field = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (schema.format === 'uuid') return idOf(field);
  if (schema.format === 'date-time') return '2030-01-01T00:00:00Z';
  if (schema.format === 'email' || field === 'email') return `somebody.${field}@example.com`;
  if (field === 'phone') return '+393331234567';
  if (field === 'country') return 'IT';
  if (field === 'code') return 'CITY';
  if (field === 'timeZone') return 'Europe/Rome';
  return 'good_name';
}

const NASTY_TEXTS: Json[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '',
  ' ',
  '%',
  '\\',
  "'; drop table contacts; --",
  '__proto__',
  'x'.repeat(20_000),
  '🧨'.repeat(600),
];
const NASTY_TIMES: Json[] = ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'];
const NASTY_IDS: Json[] = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01890000-0000-7000-8000-000000000000',
];
const NASTY_NUMBERS: Json[] = [-1, 0, 0.5, 1e9, 2 ** 31, 2 ** 53, 1e308, -1e308];
const NASTY_OTHERS: Json[] = [null, [], {}, [[]], true, 'x'];
/** Cursors that this list never gave: other shapes, other kinds, values that no row has. */
const NASTY_CURSORS: Json[] = [
  'x',
  '####',
  ...[
    [],
    [null],
    [null, null],
    ['x'],
    ['x', 'x'],
    ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['2026-01-01T00:00:00.000Z', 'x'],
    ['0000-01-01T00:00:00.000Z', '01890000-0000-7000-8000-000000000000'],
    [1e30, 1e30],
    [1e30],
    [-1],
    [0.5],
    [true, false],
    ['\u0000', '\u0000'],
    ['\u0000'],
    [{}, []],
    ['x', 'x', 'x'],
  ].map((values) => encodeCursor(values as never)),
];

/** The good input again and again, each time with another nasty value somewhere. */
export function* nastyInputs(schema: Schema, good: Input, places: readonly Place[]): Generator<Input> {
  for (const { path, schema: place } of places) {
    if (path.length === 0) continue;
    for (const value of nastyValues(place)) yield replaced(good, path, value);
  }
  if (schema.properties && 'cursor' in schema.properties)
    for (const cursor of NASTY_CURSORS) yield { ...good, cursor };
}

function nastyValues(schema: Schema): Json[] {
  const types = [schema.type].flat();
  if (schema.format === 'uuid') return NASTY_IDS;
  if (schema.format === 'date-time') return NASTY_TIMES;
  if (schema.enum || schema.const !== undefined) return ['x'];
  if (types.includes('integer') || types.includes('number')) return NASTY_NUMBERS;
  if (types.includes('string')) return NASTY_TEXTS;
  if (types.includes('array') || types.includes('boolean')) return [null, {}];
  if (types.includes('object'))
    return [null, [], JSON.parse('{"__proto__":{"x":1}}'), { '\u0000': 'x' }, { 'x y': '\u0000' }];
  return [...NASTY_OTHERS, ...NASTY_TEXTS];
}

/** `input` with `value` at `path`. */
export function replaced(input: Input, path: readonly (string | number)[], value: Json): Input {
  const copy = structuredClone(input);
  let at = copy as Record<string | number, Json>;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    if (typeof next !== 'object' || next === null) return copy;
    at = next as Record<string | number, Json>;
  }
  at[path.at(-1)!] = value;
  return copy;
}
