// Arguments become the input that they spell, and what cannot be meant is refused with what to do.
import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toJsonSchema } from '#operations/json-schema.ts';
import { readArguments } from './arguments.ts';
import { padded, widthOf } from './cell.ts';
import { WrongUsage } from './failures.ts';
import { flagsOf } from './flags.ts';
import { nearest } from './nearest.ts';
import { readInput } from './read-input.ts';
import { layOut } from './table.ts';

const Shape = z.object({
  id: z.uuid(),
  title: z.string().nullish().describe('What it is called'),
  count: z.int().optional(),
  rate: z.number().nullish(),
  isOpen: z.boolean().optional(),
  truth: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
  kind: z.enum(['call', 'mail', '-title']).optional(),
  contactIds: z.array(z.uuid()).optional(),
  ownerId: z.union([z.array(z.union([z.uuid(), z.enum(['me'])])), z.enum(['me'])]).optional(),
  stages: z.array(z.object({ name: z.string() })).optional(),
  set: z.object({ amount: z.int().nullish(), closeDate: z.iso.date().optional() }).optional(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  volumes: z.record(z.string(), z.int()).optional(),
  token: z.string().nullish().meta({ writeOnly: true }),
});
const flags = flagsOf(toJsonSchema(Shape, 'input'));

const silent = { isTTY: false } as const;
function io(stdin = '') {
  return {
    stdin: Object.assign(Readable.from([stdin]), silent),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    settings: { url: undefined, key: undefined, file: '/nowhere', color: false },
    signal: new AbortController().signal,
  };
}
const read = (args: string[], stdin?: string) =>
  readInput(io(stdin), readArguments(args, flags), ['id'], flags);

async function refusal(args: string[], stdin?: string): Promise<string> {
  try {
    await read(args, stdin);
  } catch (error) {
    expect(error).toBeInstanceOf(WrongUsage);
    return `${(error as WrongUsage).message} ${(error as WrongUsage).hint ?? ''}`;
  }
  throw new Error(`${args.join(' ')} was taken`);
}

describe('flags', () => {
  it.each([
    ['ID-1 --title Kitchen', { id: 'ID-1', title: 'Kitchen' }],
    ['--title=a=b ID-1', { id: 'ID-1', title: 'a=b' }],
    ['--no-title --no-is-open', { title: null, isOpen: false }],
    ['--is-open --truth=false', { isOpen: true, truth: false }],
    ['--isOpen', { isOpen: true }],
    ['--count -5 --rate 0.25', { count: -5, rate: 0.25 }],
    ['--kind -title', { kind: '-title' }],
    ['--contact a --contact-ids b --owner me', { contactIds: ['a', 'b'], ownerId: ['me'] }],
    ['--set.amount 5 --set.close-date 2026-11-21', { set: { amount: 5, closeDate: '2026-11-21' } }],
    ['--no-set.amount', { set: { amount: null } }],
    ['--fields.shoeSize 43 --fields.a.b x', { fields: { shoeSize: '43', 'a.b': 'x' } }],
    ['--volumes.IT 5', { volumes: { IT: 5 } }],
    ['--stages {"name":"a"} --stages [{"name":"b"}]', { stages: [{ name: 'a' }, { name: 'b' }] }],
    ['--json {"title":"a","set":{"amount":1}} --title b --set.amount 2', { title: 'b', set: { amount: 2 } }],
    ['-- --title', { id: '--title' }],
    ['--no-token', { token: null }],
  ])('%s', async (line, input) => {
    expect(await read(line.split(' '))).toEqual(input);
  });

  it('stand above JSON from standard input', async () => {
    expect(await read(['--input', '-', '--count', '2'], '\ufeff{"title":"a","count":1}')).toEqual({
      ...{ title: 'a', count: 2 },
    });
  });

  it('say again what they were spelled from', async () => {
    const word = fc.string({ minLength: 1 });
    const given = fc.record(
      {
        title: fc.option(word),
        count: fc.maxSafeInteger(),
        rate: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)),
        isOpen: fc.boolean(),
        contactIds: fc.array(word, { minLength: 1 }),
        fields: fc.dictionary(
          word.filter((name) => name !== '__proto__' && !name.includes('=')),
          word,
          { minKeys: 1 },
        ),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(given, async ({ fields, contactIds, isOpen, title, ...rest }) => {
        const args = [
          ...Object.entries(rest).flatMap(([name, value]) => [`--${name}`, String(value)]),
          ...(title === undefined ? [] : title === null ? ['--no-title'] : ['--title', title]),
          ...(isOpen === undefined ? [] : [isOpen ? '--is-open' : '--no-is-open']),
          ...(contactIds ?? []).flatMap((id) => ['--contact', id]),
          ...Object.entries(fields ?? {}).flatMap(([name, value]) => [`--fields.${name}`, value]),
        ];
        const input = await read(args);
        expect(JSON.parse(JSON.stringify(input))).toEqual(
          JSON.parse(JSON.stringify({ ...rest, title, isOpen, contactIds, fields })),
        );
      }),
    );
  });
});

describe('what cannot be meant', () => {
  it.each([
    [['--titel', 'x'], 'There is no --titel here. Did you mean --title?'],
    [['--title'], '--title needs a value.'],
    [['--count', '1.5'], '--count takes a whole number, not "1.5".'],
    [['--count', '9007199254740993'], '--count takes a whole number'],
    [['--rate', 'much'], '--rate takes a number, not "much".'],
    [['--is-open=maybe'], '--is-open takes true or false, not "maybe".'],
    [['--kind', 'cal'], '--kind is call, mail, -title, not "cal". Did you mean call?'],
    [['--set', '{'], '--set takes JSON, not "{".'],
    [['--no-count'], 'There is no --no-count here.'],
    [['--no-title=x'], '--no-title takes no value.'],
    [['--fields.', 'x'], 'There is no --fields. here.'],
    [['--fields.__proto__', 'x'], 'There is no --fields.__proto__ here.'],
    [['-x'], 'There is no -x.'],
    [['-o', 'jsn'], '--output is table, json, lines, not "jsn". Did you mean json?'],
    [['--all=yes'], '--all takes no value.'],
    [['a', 'b'], '"b" is one too many.'],
    [['a', '--id', 'b'], 'id stands there twice: as "a" and as --id.'],
    [['--json', '[]'], '--json must be one JSON object'],
    [['--json', '{}', '--input', '-'], '--json and --input say the same thing'],
    [['--input', '/no/such/file'], '/no/such/file cannot be read'],
    [['--api-key', 'rnd_secret'], 'keys do not belong on the command line'],
    [['--json', '{"token":"EAAB"}'], 'token in --json would show in the list of processes: give the JSON'],
    [['--token', 'EAAB'], '--token would show in the list of processes: give it as JSON'],
  ])('%s', async (args, words) => {
    expect(await refusal(args)).toContain(words);
  });

  it('never repeats what came from standard input', async () => {
    expect(await refusal(['--input', '-'], '{"token":"EAAB-secret')).toBe('Standard input is not JSON. ');
  });
});

describe('the nearest name', () => {
  it.each([
    ['lst', 'list'],
    ['mvoe', 'move'],
    ['del', 'delete'],
    ['xyzzy', undefined],
  ])('%s is %s', (typed, meant) => {
    expect(nearest(typed, ['list', 'move', 'delete', 'create'])).toBe(meant);
  });
});

describe('tables', () => {
  it('fit the terminal, whatever stands in the cells', () => {
    const rows = [
      {
        id: 1,
        name: 'Anna\u001b[2J\n\u202eevil',
        owner: { id: 'x', name: 'Gi' },
        note: null,
        tags: [{ name: 'a' }],
      },
      { id: 2, name: '山田太郎'.repeat(20), owner: null, note: '', tags: [] },
    ];
    const table = layOut(rows, 60);
    expect(table.head.split(/\s+/)).toEqual(['id', 'name', 'owner', 'tags']);
    const lines = table.lines(rows);
    expect(lines[0]).toMatch(/^1 {3}Anna \[2J evil +Gi +a$/);
    expect(lines.map((line) => widthOf(line) <= 60)).toEqual([true, true]);
    expect(layOut(rows, 12).left).toEqual(['name', 'tags']);
    expect(layOut(rows, 12, ['owner.id', 'name']).head).toMatch(/^owner\.id {2}name/);
  });

  it('take exactly the columns that they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(widthOf(padded(text, width))).toBe(width);
      }),
    );
  });
});
