// A way past the router for posts that come by the thousand: whoever wants one handles the bare request.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import { logger } from '#kit/log.ts';
import type { QuickHandler } from '#operations/door.ts';
import { databaseRefusal } from './database-refusals.ts';
import { errorBody, unexpected } from './error-body.ts';

const log = logger('api');

type Listener = (request: FastifyRequest['raw'], response: FastifyReply['raw']) => void;

/** By path. */
export type QuickDoors = Map<string, QuickHandler>;

/** Posts to exactly these paths go to their handlers, all else to who listens now. */
export function openQuickDoors({ server }: Pick<FastifyInstance, 'server'>, doors: QuickDoors): void {
  const listeners = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const handler = request.method === 'POST' ? doors.get(request.url ?? '') : undefined;
    if (!handler) for (const listener of listeners) listener.call(server, request, response);
    else
      handler(request).then(
        () => response.writeHead(200, OK).end('ok'),
        (error) => refuse(response, error),
      );
  });
}

const OK = { 'content-type': 'text/plain; charset=utf-8', 'content-length': '2' };

function refuse(response: FastifyReply['raw'], error: unknown): void {
  const requestId = newId();
  const known = error instanceof AppError ? error : databaseRefusal(error);
  if (!known) log.error({ err: error, requestId }, 'request failed');
  const answer = known ?? unexpected(requestId);
  const wait = answer.retryAfterSeconds;
  response
    .writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': requestId,
      ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
    })
    .end(JSON.stringify(errorBody(answer, requestId)));
}
