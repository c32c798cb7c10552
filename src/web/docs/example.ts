// Writes an example call of an operation: as curl and as TypeScript. Pure.
import { type ApiDocument, type ApiOperation, resolveSchema, type Schema } from './openapi.ts';
import { variantsOf } from './schema-words.ts';

const DEEPEST = 6;

/** A believable value of the schema: required properties, and the optional ones that have an obvious value. */
export function exampleOf(schema: Schema, document: ApiDocument, name = '', depth = 0): unknown {
  const [first = {}] = variantsOf(resolveSchema(schema, document)).variants;
  const one = first === schema ? first : resolveSchema(first, document);
  if (one.const !== undefined) return one.const;
  if (one.default !== undefined) return one.default;
  if (one.enum) return one.enum[0];
  if ((one.anyOf ?? one.oneOf) && depth < DEEPEST) return exampleOf(one, document, name, depth + 1);
  if (one.properties) {
    if (depth >= DEEPEST) return {};
    const required = new Set(one.required ?? []);
    return Object.fromEntries(
      Object.entries(one.properties)
        .filter(([inner]) => required.has(inner))
        .map(([inner, property]) => [inner, exampleOf(property, document, inner, depth + 1)]),
    );
  }
  if (one.type === 'array')
    return typeof one.items === 'object' && depth < 3
      ? [exampleOf(one.items, document, name, depth + 1)]
      : [];
  if (one.type === 'object') return {};
  if (one.type === 'integer' || one.type === 'number')
    return one.minimum && one.minimum > 0 ? one.minimum : 1;
  if (one.type === 'boolean') return true;
  return exampleText(one, name);
}

/** What such fields usually hold, where the schema alone does not tell. */
const USUAL: Record<string, string> = {
  language: 'en',
  phone: '+393331234567',
  text: 'Hello, your order is ready.',
  body: 'Hello, your order is ready.',
  firstName: 'Giulia',
  lastName: 'Rossi',
  country: 'IT',
  timeZone: 'Europe/Rome',
  name: 'Spring offer',
  label: 'City',
  url: 'https://example.com',
};

function exampleText({ format, pattern }: Schema, name: string): string {
  if (format === 'uuid') return '01936f3e-7c1a-7b2e-9d3f-0a1b2c3d4e5f';
  if (format === 'date-time') return '2026-11-21T08:30:00.000Z';
  if (format === 'email') return 'giulia@example.com';
  if (format === 'uri') return 'https://example.com';
  if (pattern === '^[a-z0-9_]+$') return 'spring_offer';
  return USUAL[name] ?? 'text';
}

/** The whole address of a call, with path values in place and the required query. */
export function exampleUrl(operation: ApiOperation, server: string, document: ApiDocument): string {
  const sample = (schema: Schema | undefined, name: string) =>
    String(exampleOf(schema ?? {}, document, name));
  let path = operation.path;
  const query: string[] = [];
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(sample(schema, name)));
    if (place === 'query' && required) query.push(`${name}=${encodeURIComponent(sample(schema, name))}`);
  }
  return `${server}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

const FILE = 'file';

export function curlExample(operation: ApiOperation, server: string, document: ApiDocument): string {
  const lines = [`curl ${quoted(exampleUrl(operation, server, document))}`];
  if (operation.method !== 'GET') lines.push(`--request ${operation.method}`);
  if (operation.permission !== 'anyone') lines.push('--header "Authorization: Bearer $RONDINE_KEY"');
  if (operation.body) {
    lines.push("--header 'Content-Type: application/json'");
    lines.push(`--data ${quoted(JSON.stringify(exampleOf(operation.body, document), null, 2))}`);
  }
  if (operation.file) lines.push(`--header 'Content-Type: ${operation.file}'`, `--data-binary @${FILE}`);
  if (operation.answer.file) lines.push(`--output ${FILE}`);
  return lines.join(' \\\n  ');
}

/** Quotes for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export function typescriptExample(operation: ApiOperation, server: string, document: ApiDocument): string {
  const headers: string[] = [];
  if (operation.permission !== 'anyone') headers.push("    authorization: 'Bearer ' + key,");
  const type = operation.body ? 'application/json' : operation.file;
  if (type) headers.push(`    'content-type': '${type}',`);
  const options: string[] = [];
  if (operation.method !== 'GET') options.push(`  method: '${operation.method}',`);
  if (headers.length > 0) options.push('  headers: {', ...headers, '  },');
  if (operation.body) {
    const body = JSON.stringify(exampleOf(operation.body, document), null, 2).replaceAll('\n', '\n  ');
    options.push(`  body: JSON.stringify(${body}),`);
  }
  if (operation.file) options.push('  body: file,');
  const url = exampleUrl(operation, server, document);
  const call = options.length > 0 ? `fetch('${url}', {\n${options.join('\n')}\n})` : `fetch('${url}')`;
  if (operation.answer.file)
    return `const response = await ${call};
if (!response.ok) throw new Error((await response.json()).message);
const file = await response.blob();`;
  return `const response = await ${call};
const answer = await response.json();
if (!response.ok) throw new Error(\`\${answer.code}: \${answer.message}\`);`;
}
