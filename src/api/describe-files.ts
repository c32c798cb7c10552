// Describes the doors for files as OpenAPI, as operations are described.
import { API, FILE_DOORS, type FileDoor } from '#features/file-doors.ts';
import { type JsonSchema, toJsonSchema } from '#operations/json-schema.ts';

type Described = Record<string, unknown>;

const BYTES = { type: 'string', format: 'binary' };
const TEXT: JsonSchema = { type: 'string' };

/** Paths as the document has them, below the server's address; `refusal`: the answer to everything else. */
export function describeFiles(refusal: unknown): Record<string, Record<string, Described>> {
  const paths: Record<string, Record<string, Described>> = {};
  for (const door of FILE_DOORS) {
    const path = door.path.slice(API.length);
    const method = door.method.toLowerCase();
    // Of several commands at one door the first tells what it is.
    paths[path] = { [method]: describe(door, refusal), ...paths[path] };
  }
  return paths;
}

function describe(door: FileDoor, refusal: unknown): Described {
  const content = { [door.isBinary ? 'application/octet-stream' : 'text/csv']: { schema: BYTES } };
  const goes = door.method === 'POST';
  return {
    operationId: `${camel(door.group)}.${camel(door.name)}`,
    tags: [camel(door.group)],
    summary: door.summary,
    'x-permission': door.permission,
    parameters: parametersOf(door),
    ...(goes ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: goes
        ? { description: 'What became of it', content: { 'application/json': { schema: {} } } }
        : { description: 'The file', content },
      default: refusal,
    },
  };
}

function parametersOf({ id, query, filter, nameAs }: FileDoor): Described[] {
  const { properties = {}, required = [] } = toJsonSchema(query, 'input');
  return [
    ...(id === undefined ? [] : [{ name: 'id', in: 'path', required: true, description: id, schema: TEXT }]),
    ...(nameAs === undefined
      ? []
      : [{ name: nameAs, in: 'query', description: 'What the file is called', schema: TEXT }]),
    ...Object.entries(properties).map(([name, schema]) => ({
      ...{ name, in: 'query', required: required.includes(name), schema },
      ...(schema.description === undefined ? {} : { description: schema.description }),
    })),
    ...(filter === undefined
      ? []
      : [
          {
            ...{ name: 'filter', in: 'query', description: 'Only those that it chooses; all when left out' },
            content: { 'application/json': { schema: toJsonSchema(filter, 'input') } },
          },
        ]),
  ];
}

function camel(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
