// Reads the OpenAPI document into what the documentation page shows. Pure.

export type Schema = {
  $ref?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | boolean;
  additionalProperties?: Schema | boolean;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

export type Parameter = {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description?: string;
  schema?: Schema;
  /** Of one whose value is JSON. */
  content?: Record<string, { schema?: Schema }>;
};

type Content = { content?: Record<string, { schema?: Schema }>; description?: string };

type RawOperation = {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content>;
  'x-permission'?: string;
};

export type ApiDocument = {
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  paths: Record<string, Record<string, RawOperation>>;
  components?: { schemas?: Record<string, Schema> };
};

export type ApiOperation = {
  /** `templates.list` */
  id: string;
  group: string;
  method: string;
  path: string;
  summary: string;
  description: string | undefined;
  permission: string | undefined;
  parameters: Parameter[];
  body: Schema | undefined;
  /** Media type of a file that goes along, instead of a body. */
  file: string | undefined;
  /** `file`: media type of a file that comes back, instead of JSON. */
  answer: { status: string; schema: Schema | undefined; file: string | undefined };
};

export type OperationGroup = { name: string; operations: ApiOperation[] };

const JSON_TYPE = 'application/json';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation under its feature, in the order of the document. */
export function readGroups(document: ApiDocument): OperationGroup[] {
  const groups = new Map<string, ApiOperation[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const raw = methods[method];
      if (!raw) continue;
      const operation = readOperation(path, method, raw);
      groups.set(operation.group, [...(groups.get(operation.group) ?? []), operation]);
    }
  }
  return [...groups].map(([name, operations]) => ({ name, operations }));
}

function readOperation(path: string, method: string, raw: RawOperation): ApiOperation {
  const id = raw.operationId ?? `${method} ${path}`;
  const [status = '200', answer] =
    Object.entries(raw.responses ?? {}).find(([code]) => /^2/.test(code)) ?? [];
  return {
    id,
    group: raw.tags?.[0] ?? id.split('.')[0] ?? '',
    method: method.toUpperCase(),
    path,
    summary: raw.summary ?? id,
    description: raw.description,
    permission: raw['x-permission'],
    parameters: (raw.parameters ?? []).map(withSchema),
    body: schemaOf(raw.requestBody),
    file: fileOf(raw.requestBody),
    answer: { status, schema: schemaOf(answer), file: fileOf(answer) },
  };
}

function withSchema({ content, ...parameter }: Parameter): Parameter {
  return content ? { ...parameter, schema: content[JSON_TYPE]?.schema ?? {} } : parameter;
}

function schemaOf(content: Content | undefined): Schema | undefined {
  return content?.content?.[JSON_TYPE]?.schema;
}

function fileOf(content: Content | undefined): string | undefined {
  return Object.keys(content?.content ?? {}).find((type) => type !== JSON_TYPE);
}

/** The groups with only the operations that hold every word of `typed`. */
export function searchGroups(groups: readonly OperationGroup[], typed: string): OperationGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const operations = group.operations.filter((operation) => {
      const text =
        `${operation.id} ${operation.method} ${operation.path} ${operation.summary} ${operation.description ?? ''} ${operation.permission ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    return operations.length > 0 ? [{ name: group.name, operations }] : [];
  });
}

/** The schema behind a reference, or the schema itself. */
export function resolveSchema(schema: Schema, document: ApiDocument): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (document.components?.schemas?.[name] ?? {});
}

/** `apiKeys` → `Api keys`. */
export function groupTitle(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
