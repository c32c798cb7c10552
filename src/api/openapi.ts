// Describes every operation and every door for files as OpenAPI 3.1, from the contract and the list of doors alone.
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#features/contract.ts';
import { ErrorBody } from '#operations/operation.ts';
import { PERMISSIONS } from '#operations/permissions.ts';
import { annotateOperations, REFUSAL } from './annotate-operations.ts';
import { describeFiles } from './describe-files.ts';

const DESCRIPTION = `The API of this Rondine installation. Send an API key as \`Authorization: Bearer …\`;
it belongs to one workspace. Lists are paged: pass \`nextCursor\` as \`cursor\`. Creating operations accept
\`Idempotency-Key\`: a repeated call answers what the first one did. Errors have one shape: code, message, fields,
details, requestId. A 429 says in Retry-After how many seconds to wait.`;

/** `publicUrl` becomes the server's address in the description. */
export async function describeApi(publicUrl: string): Promise<Record<string, unknown>> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'Rondine', version: 'v1', description: DESCRIPTION },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ apiKey: [] }],
    components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: scopes() } } },
    commonSchemas: { Error: { schema: ErrorBody } },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Error' }),
  });
  annotateOperations(document as Parameters<typeof annotateOperations>[0], contract);
  const { paths } = document as { paths?: Record<string, object> };
  const files = Object.entries(describeFiles(REFUSAL));
  const withFiles = files.map(([path, methods]) => [path, { ...paths?.[path], ...methods }]);
  return { ...document, paths: { ...paths, ...Object.fromEntries(withFiles) } };
}

function scopes(): string {
  return Object.entries(PERMISSIONS)
    .map(([name, meaning]) => `\`${name}\` ${meaning}`)
    .join('; ');
}
