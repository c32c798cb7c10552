// Pairs each promise of a contract with its handler, and runs it: permission, transaction, idempotency.
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput, Route } from '@orpc/contract';
import { type AnyRouter, implement } from '@orpc/server';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import type { Call, Caller, OpenCall } from './call.ts';
import { runOnce } from './idempotency.ts';
import type { OperationMeta } from './operation.ts';
import type { Services } from './services.ts';

/** What a door hands over with every request. */
export type RequestContext = {
  services: Services;
  requestId: string;
  headers: Record<string, string | string[] | undefined>;
  /** Who calls; null when nobody could be identified. */
  caller: Caller | null;
};

// biome-ignore-start lint/suspicious/noExplicitAny: the library's own bounds
type Operation = ContractProcedure<any, any, any, any>;
type Operations = Record<string, Operation>;
type Input<P> = P extends ContractProcedure<infer I, any, any, any> ? InferSchemaOutput<I> : never;
type Output<P> = P extends ContractProcedure<any, infer O, any, any> ? InferSchemaInput<O> : never;
// biome-ignore-end lint/suspicious/noExplicitAny: the library's own bounds

/** The code behind one operation of a workspace. */
export type Handler<P extends Operation> = (call: Call, input: Input<P>) => Promise<Output<P>>;
/** The code behind one operation of a person or of nobody. */
export type OpenHandler<P extends Operation> = (call: OpenCall, input: Input<P>) => Promise<Output<P>>;

/** Pairs a feature's contract with its handlers; does not compile when one is missing or too many. */
export function pair<C extends Operations>(
  contract: C,
  handlers: { [K in keyof C]: Handler<C[K]> },
): AnyRouter {
  return assemble(contract, handlers as Record<string, Handler<Operation>>, (procedure, handler) => {
    return (context, input) => runInWorkspace(procedure, context, input, handler);
  });
}

/** The same for operations outside a workspace. */
export function pairOpen<C extends Operations>(
  contract: C,
  handlers: { [K in keyof C]: OpenHandler<C[K]> },
): AnyRouter {
  return assemble(contract, handlers as Record<string, OpenHandler<Operation>>, (_procedure, handler) => {
    return (context, input) => runOpen(context, input, handler);
  });
}

type Runner = (context: RequestContext, input: unknown) => Promise<unknown>;

function assemble<H>(
  contract: Operations,
  handlers: Record<string, H>,
  wrap: (procedure: Operation, handler: H) => Runner,
): AnyRouter {
  const router: Record<string, AnyRouter> = {};
  for (const [name, procedure] of Object.entries(contract)) {
    const run = wrap(procedure, handlers[name]!);
    router[name] = implement(procedure)
      .$context<RequestContext>()
      // The permission comes before the input is looked at: whoever may not do it learns nothing about what it takes.
      .$config({ initialInputValidationIndex: 1 })
      .use(({ context, next }) => {
        refuseUnlessAllowed(context.caller, procedure['~orpc'].meta as OperationMeta);
        return next();
      })
      .handler(({ context, input }) => run(context, input));
  }
  return router as AnyRouter;
}

async function runInWorkspace(
  procedure: Operation,
  context: RequestContext,
  input: unknown,
  handler: Handler<Operation>,
): Promise<unknown> {
  const { meta, route } = procedure['~orpc'] as { meta: OperationMeta; route: Route };
  return callInWorkspace(context, meta.permission, (call) => {
    const key = meta.creates ? context.headers['idempotency-key'] : undefined;
    return typeof key === 'string'
      ? runOnce(call, `${route.method} ${route.path}`, key, input, () => handler(call, input))
      : handler(call, input);
  });
}

/** Runs `work` as a permitted call in one transaction; plain routes (uploads, downloads) come in here. */
export async function callInWorkspace<T>(
  context: RequestContext,
  permission: OperationMeta['permission'],
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const { caller, services } = context;
  const { workspaceId, actor, userId, permissions } = allowed(caller, permission);
  const later: (() => void | Promise<void>)[] = [];
  const answer = await services.db.inWorkspace(workspaceId, (tx) =>
    work({
      workspaceId,
      actor,
      userId,
      permissions,
      tx,
      now: now(),
      services,
      requestId: context.requestId,
      afterCommit: (run) => later.push(run),
    }),
  );
  for (const run of later) await run();
  return answer;
}

/** Throws `unauthenticated`, `workspace_required` or `forbidden`. */
function allowed(
  caller: Caller | null,
  permission: OperationMeta['permission'],
): Caller & { workspaceId: string } {
  if (!caller)
    throw new AppError('unauthenticated', 'Sign in, or send an API key as "Authorization: Bearer …".');
  if (!caller.workspaceId)
    throw new AppError('workspace_required', 'Name a workspace of yours in the header X-Workspace.', {
      status: 403,
    });
  if (!(caller.permissions as ReadonlySet<string>).has(permission))
    throw new AppError('forbidden', `This needs the permission ${permission}, which you do not have here.`);
  return { ...caller, workspaceId: caller.workspaceId };
}

function refuseUnlessAllowed(caller: Caller | null, { permission }: OperationMeta): void {
  if (permission === 'anyone') return;
  if (permission !== 'signed_in') allowed(caller, permission);
  else if (!caller?.userId) throw new AppError('unauthenticated', 'Sign in first.');
}

async function runOpen(context: RequestContext, input: unknown, handler: OpenHandler<Operation>) {
  const { caller, services, requestId, headers } = context;
  return handler({ caller, db: services.db, now: now(), services, requestId, headers }, input);
}
