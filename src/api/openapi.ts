// Describes every operation as OpenAPI 3.1, from the contract alone.
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#features/contract.ts';
import { ErrorBody } from '#operations/operation.ts';
import { PERMISSIONS } from '#operations/permissions.ts';
import { annotateOperations } from './annotate-operations.ts';

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
  return document as unknown as Record<string, unknown>;
}

function scopes(): string {
  return Object.entries(PERMISSIONS)
    .map(([name, meaning]) => `\`${name}\` ${meaning}`)
    .join('; ');
}
