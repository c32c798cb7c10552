// What may be asked about API keys: how programs come in.
import { z } from 'zod';
import { PageInput, pageOf } from '#kit/paging.ts';
import { Done, Id, Instant, operation } from '#operations/operation.ts';
import { KEY_SCOPES, type Permission } from '#operations/permissions.ts';

const Scope = z
  .enum(KEY_SCOPES as [Permission, ...Permission[]])
  .describe('A permission; managing people and keys is for people only');

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  prefix: z.string().describe('How the key begins, to tell which it is'),
  scopes: z.array(z.string()),
  createdBy: z.string().nullable().describe('Name of who made it, while they exist'),
  createdAt: Instant,
  lastUsedAt: Instant.nullable().describe('To the minute'),
  revokedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const apiKeysContract = {
  list: operation('api_keys:write')
    .route({ method: 'GET', path: '/api-keys', summary: 'List the API keys, newest first' })
    .input(PageInput)
    .output(pageOf(ApiKey)),
  create: operation('api_keys:write', { creates: true })
    .route({
      method: 'POST',
      path: '/api-keys',
      summary: 'Make an API key',
      description: 'The answer holds the secret, this once: it is stored only as a digest.',
      successStatus: 201,
    })
    .input(
      z.object({
        name: z.string().trim().min(1).max(100).describe('What uses the key, e.g. “Web shop”'),
        scopes: z.array(Scope).min(1).describe('What the key may do'),
      }),
    )
    .output(ApiKey.extend({ secret: z.string().describe('Send it as "Authorization: Bearer …"') })),
  revoke: operation('api_keys:write')
    .route({
      method: 'DELETE',
      path: '/api-keys/{id}',
      summary: 'Revoke an API key',
      description: 'It stops working at once, for ever; it stays in the list.',
    })
    .input(z.object({ id: Id }))
    .output(Done),
};
