// The typed client of the API, and its queries: `api.contacts.list.queryOptions({ input })`.

import operations from 'virtual:operations';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '#features/contract.ts';
import { failureFromBody, toApiFailure } from './api-failure.ts';
import { requestHeaders } from './request.ts';

const link = new OpenAPILink(operations, {
  url: () => `${window.location.origin}/api/v1`,
  headers: requestHeaders,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  customErrorResponseBodyDecoder: (body, response) => {
    const failure = failureFromBody(body, response.status);
    return new ORPCError(failure.code, { status: response.status, message: failure.message, data: body });
  },
  interceptors: [
    async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw toApiFailure(error);
      }
    },
  ],
});

/** Calls operations one by one: `await client.contacts.get({ id })`. Throws `ApiFailure`. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(link);

/** Options for TanStack Query: `useQuery(api.contacts.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);
