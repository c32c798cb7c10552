// Every operation can be offered as a tool and as a command: named, described, with a shape that JSON Schema can say.
import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { features } from '#app/features.ts';
import { OWN_OPTIONS } from '#cli/arguments.ts';
import { type Command, fullName } from '#cli/command.ts';
import { allCommands } from '#cli/commands.ts';
import { helpOfAll, helpOfCommand, helpOfGroup } from '#cli/help.ts';
import { contract } from '#features/contract.ts';
import { FILE_DOORS } from '#features/file-doors.ts';
import { describeOperations, type OperationDescription } from '#operations/describe-operations.ts';
import type { Door } from '#operations/door.ts';
import { type JsonSchema, wordsOf } from '#operations/json-schema.ts';
import { PERMISSIONS } from '#operations/permissions.ts';

let operations: OperationDescription[];
let commands: Command[];
beforeAll(() => {
  operations = describeOperations(contract);
  commands = allCommands();
});

const named = ({ group, name }: { group: string; name: string }) => `${group}.${name}`;

describe('every operation', () => {
  it('has a name of its own that AI clients take', () => {
    const names = commands.map((command) => fullName(command).replace(/[ -]/g, '_'));
    expect(names.filter((name) => !/^[a-z][a-z0-9_]{1,63}$/.test(name))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('says what it does and who may', () => {
    const known = new Set([...Object.keys(PERMISSIONS), 'signed_in', 'anyone']);
    expect(operations.filter(({ summary }) => !/^[A-Z][^\n]+[^.]$/.test(summary)).map(named)).toEqual([]);
    expect(operations.filter(({ permission }) => !known.has(permission)).map(named)).toEqual([]);
    expect(
      operations.filter(({ method }) => !/^(GET|POST|PUT|PATCH|DELETE)$/.test(method)).map(named),
    ).toEqual([]);
  });

  it('takes an object and answers what JSON Schema can say', () => {
    for (const operation of operations) {
      expect(operation.input().type, named(operation)).toBe('object');
      expect(Object.keys(operation.output()).length, named(operation)).toBeGreaterThan(1);
      const fields = Object.keys(operation.input().properties ?? {});
      expect(fields, named(operation)).toEqual(expect.arrayContaining(operation.inPath));
    }
  });

  it('describes every field that it takes', () => {
    const silent = operations.flatMap((operation) =>
      Object.entries(operation.input().properties ?? {})
        .filter(([, shape]) => wordsOf(shape) === '')
        .map(([field]) => `${named(operation)}: ${field}`),
    );
    expect(silent, 'Add .describe(…) in the contract').toEqual([]);
  });

  it('marks what is secret, so that no command takes it as an argument', () => {
    const bare = operations.flatMap((operation) =>
      secretsOf(operation.input()).map((field) => `${named(operation)}: ${field}`),
    );
    expect(bare, 'Add .meta({ writeOnly: true }) in the contract').toEqual([]);
  });
});

/** Fields that sound secret and are not marked. */
function secretsOf(shape: JsonSchema): string[] {
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.items ? [shape.items] : [])];
  const own = Object.entries(shape.properties ?? {}).flatMap(([field, value]) => [
    ...(/token|secret|password/i.test(field) && isText(value) && !value.writeOnly ? [field] : []),
    ...secretsOf(value),
  ]);
  return [...own, ...inner.flatMap(secretsOf)];
}

function isText({ type, anyOf = [] }: JsonSchema): boolean {
  return [type].flat().includes('string') || anyOf.some(isText);
}

describe('every command', () => {
  it('takes flags that cannot be mistaken for one another', () => {
    for (const command of commands) {
      const flags = command.flags();
      const names = [
        ...Object.keys(OWN_OPTIONS),
        ...flags.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short])),
        ...flags
          .filter(({ clears, kind }) => clears || kind === 'switch')
          .flatMap(({ name, short }) => [`no-${name}`, ...(short === undefined ? [] : [`no-${short}`])]),
      ];
      expect(
        names.filter((name, at) => names.indexOf(name) !== at),
        fullName(command),
      ).toEqual([]);
      expect(names.filter((name) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))).toEqual([]);
    }
  });

  it('has help that names what it needs', () => {
    for (const command of commands) {
      const help = helpOfCommand(command);
      expect(help, fullName(command)).not.toMatch(/undefined|\[object|NaN/);
      for (const flag of command.flags())
        expect(help, fullName(command)).toContain(flag.path.at(-1)!.slice(0, 2));
      for (const { name } of command.places) expect(help).toContain(name.toUpperCase());
    }
    expect(helpOfAll(commands)).toContain('deals');
    expect(helpOfGroup(commands, 'deals')).toContain('Move a deal');
  });

  it('about files has a door, and every door for files a command', async () => {
    const app = fastify();
    const doors: string[] = [];
    app.addHook('onRoute', ({ method, url }) => {
      if (url.startsWith('/api/v1/') && method !== 'HEAD')
        doors.push(`${method} ${url.replaceAll(':id', '{id}')}`);
    });
    const door = { services: { publicUrl: 'http://127.0.0.1:1' }, quickly: () => {} } as unknown as Door;
    for (const feature of features) await feature.routes?.(app, door);
    // One door may have several commands.
    const named = new Set(FILE_DOORS.map(({ method, path }) => `${method} ${path}`));
    expect([...named].sort()).toEqual(doors.sort());
  });
});
