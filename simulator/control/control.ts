// The control API under /_simulator/: what only the outside world could do, and what it saw.

import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { World } from '../world/world.ts';
import { controlBusiness } from './control-business.ts';
import { controlCustomers } from './control-customers.ts';
import { controlPhoneApp } from './control-phone-app.ts';
import { controlPush } from './control-push.ts';
import { controlReceived } from './control-received.ts';
import { controlSms } from './control-sms.ts';
import { controlTemplates } from './control-templates.ts';
import { controlWorld } from './control-world.ts';

/** A wish that cannot be granted; answered as 400 with its text. */
export class BadWish extends Error {
  readonly statusCode: number;

  constructor(message: string, statusCode = 400) {
    super(message);
    this.statusCode = statusCode;
  }
}

export interface Call {
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  body: Record<string, unknown>;
  request: FastifyRequest;
}

/** Adds a route with the line that GET /_simulator/ prints about it. */
export type AddRoute = (
  method: HTTPMethods,
  path: string,
  what: string,
  run: (call: Call) => unknown,
) => void;

export function control(app: FastifyInstance, world: World): void {
  const routes: { method: string; path: string; what: string }[] = [];
  const add: AddRoute = (method, path, what, run) => {
    const url = `/_simulator${path}`;
    routes.push({ method: String(method), path: url, what });
    app.route({
      method,
      url: url.split('?')[0]!,
      handler: async (request) =>
        run({
          params: request.params as Record<string, string>,
          query: request.query as Record<string, string | undefined>,
          body: asObject(request.body),
          request,
        }),
    });
  };
  const parts = [
    controlWorld,
    controlBusiness,
    controlCustomers,
    controlTemplates,
    controlPhoneApp,
    controlReceived,
    controlSms,
    controlPush,
  ];
  for (const part of parts) part(add, world);

  const list = async () => `Simulator control API\n\n${routes.map(line).join('\n')}\n`;
  for (const url of ['/_simulator', '/_simulator/']) {
    app.get(url, async (_request, reply) => reply.type('text/plain; charset=utf-8').send(await list()));
  }
}

function line({ method, path, what }: { method: string; path: string; what: string }): string {
  return `${method.padEnd(6)} ${path}\n       ${what}`;
}

function asObject(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null || (Buffer.isBuffer(body) && body.length === 0)) return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw new BadWish('The body must be a JSON object.');
  return body as Record<string, unknown>;
}
