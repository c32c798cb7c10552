// The REST door: every operation under /api/v1, its description, and the features' own plain routes.
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, ORPCError, ValidationError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, badInput } from '#kit/errors.ts';
import { logger } from '#kit/log.ts';
import type { Door } from '#operations/door.ts';
import { callInWorkspace, type RequestContext } from '#operations/handle.ts';
import { readJsonBody } from '#operations/json-body.ts';
import { databaseRefusal } from './database-refusals.ts';
import { errorBody, unexpected } from './error-body.ts';
import { describeApi } from './openapi.ts';
import type { QuickDoors } from './quick-door.ts';
import type { ServerOptions } from './server.ts';

const log = logger('api');
export const API_PREFIX = '/api/v1';
/** Bytes of an operation's input; files come through routes of their own. */
const LONGEST_BODY = 2_000_000;
const BODILESS = new Set(['GET', 'HEAD']);

export async function restRoutes(
  app: FastifyInstance,
  options: ServerOptions,
  quick: QuickDoors,
): Promise<void> {
  const { services, features, identify } = options;
  const contextOf = async (request: FastifyRequest): Promise<RequestContext> => ({
    services,
    requestId: request.id,
    headers: request.headers,
    caller: await identify(request),
  });
  const door: Door = {
    services,
    inWorkspace: async (request, permission, work) =>
      callInWorkspace(await contextOf(request), permission, work),
    quickly: (path, handler) => quick.set(path, handler),
  };
  const router = Object.fromEntries(
    features.filter((f) => f.operations).map((f) => [f.name, f.operations!]),
  ) as AnyRouter;
  const handler = new OpenAPIHandler<RequestContext & { reply: FastifyReply }>(router as never, {
    customErrorResponseBodyEncoder: (error) => error.data,
    interceptors: [
      async ({ context, next }) => {
        try {
          return await next();
        } catch (error) {
          throw refusal(error, context);
        }
      },
    ],
  });
  let description: Promise<unknown> | undefined;
  await app.register(async (scope) => {
    // Bodies stay unread: the operations below, or each route, read the stream themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null, undefined));
    for (const feature of features) await feature.routes?.(scope, door);
    scope.get(`${API_PREFIX}/openapi.json`, () => (description ??= describeApi(services.publicUrl)));
    scope.all(`${API_PREFIX}/*`, async (request, reply) => {
      const context = { ...(await contextOf(request)), reply };
      if (!BODILESS.has(request.method)) request.body = await readJsonBody(request, LONGEST_BODY);
      const { matched } = await handler.handle(request, reply, { prefix: API_PREFIX, context });
      if (!matched)
        throw new AppError(
          'not_found',
          `There is no operation ${request.method} ${request.url.split('?')[0]}.`,
        );
    });
  });
}

/** Whatever an operation threw, as the refusal that the caller gets; bugs are logged and hidden. */
function refusal(
  error: unknown,
  { requestId, reply }: { requestId: string; reply: FastifyReply },
): ORPCError<string, unknown> {
  const known = toAppError(error);
  if (known?.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds);
  if (!known) log.error({ err: error, requestId }, 'operation failed');
  const answer = known ?? unexpected(requestId);
  const { code, status, message } = answer;
  return new ORPCError(code, { status, message, data: errorBody(answer, requestId) });
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof ORPCError)) return databaseRefusal(error);
  if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
    return badInput(
      error.cause.issues.map((issue) => ({
        path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        message: issue.message,
      })),
    );
  if (error.status >= 400 && error.status < 500)
    return new AppError(
      'bad_input',
      'The request could not be read: send JSON that matches the documentation.',
      {
        status: error.status,
      },
    );
  return undefined;
}
