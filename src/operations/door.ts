// What a feature's plain routes (uploads, downloads, webhooks) get from the HTTP door.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Call } from './call.ts';
import type { Permission } from './permissions.ts';
import type { Services } from './services.ts';

export type Door = {
  services: Services;
  /** Identifies the caller, checks `permission` and runs `work` in one transaction of their workspace. */
  inWorkspace<T>(
    request: FastifyRequest,
    permission: Permission,
    work: (call: Call) => Promise<T>,
  ): Promise<T>;
  /**
   * Posts to exactly `path` pass by the router, its hooks and the limits: for what comes by the thousand and is
   * signed. A path with a query, or given to `app.inject`, goes to the route, which must do the same.
   */
  quickly(path: string, handler: QuickHandler): void;
};

/** Resolves when the request may be answered with 200; throws like a route. */
export type QuickHandler = (request: FastifyRequest['raw']) => Promise<void>;

/** Adds a feature's routes; paths are absolute, bodies arrive unparsed as streams (`request.raw`). */
export type FeatureRoutes = (app: FastifyInstance, door: Door) => void | Promise<void>;
