// Calls of one connection whose failure is an exception: everything but sending.

import type { z } from 'zod';
import { ProviderError } from '#whatsapp/port.ts';
import type { GraphClient, GraphRequest } from './client.ts';
import { plainFailure } from './failures.ts';
import type { Json } from './loose.ts';
import { Page } from './wire.ts';

/** What a connection's calls need; `appId` for uploading template samples, with `appSecret` for the app's callback. */
export type ConnectionKeys = {
  token: string;
  wabaId: string;
  phoneNumberId: string;
  appId?: string;
  appSecret?: string;
};

export type Calls = {
  /** Throws `ProviderError` when refused, unreachable, or answered in a shape that is not `shape`. */
  ask<Shape extends z.ZodType>(
    shape: Shape,
    request: Omit<GraphRequest, 'token'> & { token?: string },
  ): Promise<z.output<Shape>>;
  /** All items of a list, page after page. */
  pages(path: string, query: GraphRequest['query']): AsyncIterable<Json>;
};

const MOST_PAGES = 1000;

export function callsOf(client: GraphClient, keys: Pick<ConnectionKeys, 'token'>): Calls {
  async function ask<Shape extends z.ZodType>(
    shape: Shape,
    request: Omit<GraphRequest, 'token'> & { token?: string },
  ): Promise<z.output<Shape>> {
    const reply = await client.call({ token: keys.token, ...request });
    if (reply.result !== 'answer') throw new ProviderError(reply.failure);
    const read = shape.safeParse(reply.body);
    if (read.success) return read.data;
    throw new ProviderError(plainFailure('provider_fault', 'no', 'The answer has an unexpected shape'));
  }

  async function* pages(path: string, query: GraphRequest['query']): AsyncGenerator<Json> {
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { data, paging } = await ask(Page, { method: 'GET', path, query: { ...query, after } });
      yield* data;
      const next = paging?.cursors?.after;
      // The last page has cursors too, but no `next`.
      if (!paging?.next || !next || next === after) return;
      after = next;
    }
  }

  return { ask, pages };
}
