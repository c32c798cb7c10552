// The public API as a program of a customer would use it: typed, over HTTP, with an API key.
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#features/contract.ts';

export type Server = {
  url: string;
  api: ContractRouterClient<typeof contract>;
  /** Sends a file's bytes; answers the JSON. Throws with the server's words. */
  upload(path: string, bytes: Blob): Promise<unknown>;
};

export function connect(url: string, key: string): Server {
  const headers = { authorization: `Bearer ${key}` };
  const link = new OpenAPILink(contract, {
    url: `${url}/api/v1`,
    headers: () => headers,
    customErrorResponseBodyDecoder: (body, response) => {
      const { code = 'failed', message = `HTTP ${response.status}` } = (body ?? {}) as Record<string, string>;
      return new ORPCError(code, { status: response.status, message, data: body });
    },
  });
  return {
    url,
    api: createORPCClient(link),
    async upload(path, bytes) {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/csv' },
        body: bytes,
      });
      const body = (await answer.json()) as { message?: string };
      if (!answer.ok) throw new Error(body.message ?? `The upload failed with HTTP ${answer.status}.`);
      return body;
    },
  };
}
