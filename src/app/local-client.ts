// The typed client over every operation, in this process, as a given caller.
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { contract } from '#features/contract.ts';
import { newId } from '#kit/ids.ts';
import type { Caller } from '#operations/call.ts';
import type { RequestContext } from '#operations/handle.ts';
import type { Services } from '#operations/services.ts';
import { features } from './features.ts';

export type LocalClient = ContractRouterClient<typeof contract>;

/** Permissions, transactions and idempotency hold as they do over HTTP; refusals are thrown as AppError. */
export function localClient(
  services: Services,
  caller: Caller | null,
  headers: Record<string, string> = {},
): LocalClient {
  const router = Object.fromEntries(features.filter((f) => f.operations).map((f) => [f.name, f.operations!]));
  const context: RequestContext = { services, caller, requestId: newId(), headers };
  return createRouterClient(router as never, {
    context: context as never,
  }) as RouterClient<never> as unknown as LocalClient;
}
