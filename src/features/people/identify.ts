// Tells who sends a request: an API key, a signed-in person, or nobody.
import type { FastifyRequest } from 'fastify';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import type { Caller } from '#operations/call.ts';
import { KEY_SCOPES, type Permission, ROLE_PERMISSIONS } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import { apiKeyHash, bearerOf, KEY_START } from './auth/api-key.ts';
import { refuseForeignOrigin } from './auth/csrf.ts';
import { sessionTokenOf } from './auth/session-cookie.ts';
import { asId, findSession, takeApiKey } from './people-identity.store.ts';

const KEYS_MAY = new Set<string>(KEY_SCOPES);

/**
 * Who sends `request`, read anew from the rows each time, so that a revocation counts at once; null when it carries
 * neither session nor key. Throws `unauthenticated` for a key that is unknown or revoked, and `csrf_refused` when a
 * session's cookie comes with a changing request that our own pages did not send.
 */
export async function identify(services: Services, request: FastifyRequest): Promise<Caller | null> {
  const bearer = bearerOf(request.headers.authorization);
  if (bearer !== null) return identifyKey(services, bearer, workspaceNamedBy(request));
  const token = sessionTokenOf(services, request.headers);
  if (token === null) return null;
  const named = workspaceNamedBy(request);
  const session = await findSession(services.db, token, asId(named), now());
  if (!session) return null;
  refuseForeignOrigin(request, services.publicUrl);
  const { userId, name, role } = session;
  return {
    actor: { kind: 'person', id: userId, name },
    userId,
    workspaceId: role ? asId(named) : null,
    role,
    permissions: new Set(role ? ROLE_PERMISSIONS[role] : []),
  };
}

async function identifyKey(services: Services, secret: string, named: string | null): Promise<Caller> {
  const hash = apiKeyHash(services.secrets, secret);
  const key = secret.startsWith(KEY_START) ? await takeApiKey(services.db, hash, now()) : undefined;
  if (!key)
    throw new AppError(
      'unauthenticated',
      'This API key is unknown or revoked. Make a new one in the settings.',
    );
  const elsewhere = named !== null && named !== key.workspaceId;
  return {
    actor: { kind: 'api_key', id: key.id, name: key.name },
    userId: null,
    workspaceId: elsewhere ? null : key.workspaceId,
    role: null,
    permissions: new Set(
      elsewhere ? [] : key.scopes.filter((scope): scope is Permission => KEYS_MAY.has(scope)),
    ),
  };
}

/** Event streams and downloads cannot carry a header: they name the workspace in the query. */
function workspaceNamedBy(request: FastifyRequest): string | null {
  const { 'x-workspace': header } = request.headers;
  if (typeof header === 'string') return header;
  const { workspace } = (request.query ?? {}) as { workspace?: unknown };
  return request.method === 'GET' && typeof workspace === 'string' ? workspace : null;
}
