// The documentation page's reading of the real description: nothing is lost, every example can be made.
import { beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '#api/openapi.ts';
import { FILE_DOORS } from '#features/file-doors.ts';
import { curlExample, exampleOf, typescriptExample } from '#web/docs/example.ts';
import { type ApiDocument, type OperationGroup, readGroups, searchGroups } from '#web/docs/openapi.ts';
import { innerObjects, limitWords, typeWords } from '#web/docs/schema-words.ts';

let document: ApiDocument;
let groups: OperationGroup[];
beforeAll(async () => {
  document = (await describeApi('https://rondine.example')) as unknown as ApiDocument;
  groups = readGroups(document);
});

describe('the description', () => {
  it('names the permission of every operation, and its answer', () => {
    const operations = groups.flatMap((group) => group.operations);
    expect(operations.length).toBeGreaterThan(60);
    expect(operations.filter((operation) => !operation.permission).map(({ id }) => id)).toEqual([]);
    expect(operations.filter(({ answer }) => !answer.schema && !answer.file).map(({ id }) => id)).toEqual([]);
  });

  it('has the files that go in and out', () => {
    const operations = groups.flatMap((group) => group.operations);
    const doors = new Set(FILE_DOORS.map(({ method, path }) => `${method} ${path}`));
    expect(operations.filter((one) => one.file || one.answer.file)).toHaveLength(doors.size);
    const door = (id: string) => operations.find((one) => one.id === id)!;
    const [into, out] = [door('deals.import'), door('deals.export')];
    expect(into).toMatchObject({ method: 'POST', path: '/deals/imports', file: 'text/csv' });
    expect(into.parameters).toMatchObject([
      { name: 'fileName' },
      { name: 'existing', schema: { enum: ['update', 'skip'] } },
    ]);
    expect(curlExample(into, 'https://rondine.example/api/v1', document)).toContain('--data-binary @file');
    expect(out).toMatchObject({ permission: 'deals:read', answer: { file: 'text/csv', schema: undefined } });
    expect(out.parameters).toMatchObject([{ name: 'filter', schema: { properties: { ownerId: {} } } }]);
  });

  it('gives an example of every call', () => {
    const server = document.servers?.[0]?.url ?? '';
    for (const operation of groups.flatMap((group) => group.operations)) {
      expect(curlExample(operation, server, document)).toContain('https://rondine.example/api/v1/');
      expect(typescriptExample(operation, server, document)).not.toContain('{id}');
    }
  });

  it('is searched by words in any order', () => {
    const found = searchGroups(groups, 'TEMPLATE delete').flatMap((group) => group.operations);
    expect(found.map(({ id }) => id)).toContain('templates.delete');
    expect(searchGroups(groups, 'no such thing at all')).toEqual([]);
  });
});

describe('schemas in words', () => {
  it('say type, choices, null and limits', () => {
    expect(typeWords({ type: 'string', format: 'uuid' })).toBe('string (uuid)');
    expect(typeWords({ anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] })).toBe('"a" | "b" | null');
    expect(typeWords({ type: ['integer', 'null'] })).toBe('integer | null');
    expect(typeWords({ type: 'array', items: { type: 'object', properties: {} } })).toBe('array of object');
    expect(limitWords({ type: 'integer', minimum: 1, maximum: 200, default: 50 })).toEqual([
      '≥ 1',
      '≤ 200',
      'default 50',
    ]);
  });

  it('unfold objects within lists, and name variants by what tells them apart', () => {
    const variant = (kind: string) => ({ type: 'object', properties: { kind: { const: kind } } });
    const schema = { type: 'array', items: { anyOf: [variant('url'), variant('phone')] } };
    expect(innerObjects(schema).map(({ label }) => label)).toEqual(['kind: "url"', 'kind: "phone"']);
    expect(
      exampleOf({ type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] }, document),
    ).toEqual({ n: 1 });
  });
});
