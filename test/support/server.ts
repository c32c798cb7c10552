// The real HTTP server over a test database, and a small browser-like client for it.
import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildServer } from '#api/server.ts';
import { features } from '#app/features.ts';
import { runDispatcher } from '#events/dispatcher.ts';
import { listen, type Signals } from '#events/signals.ts';
import { hashPassword } from '#features/people/auth/auth.ts';
import { insertPerson } from '#features/people/people.store.ts';
import { identify } from '#features/people/people.ts';
import { insertMembership } from '#features/people/people-workspaces.store.ts';
import { now } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Role } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import type { TestDatabase } from './test-database.ts';
import { testServices } from './workspace.ts';

export type TestServer = {
  app: FastifyInstance;
  services: ReturnType<typeof testServices>;
  signals: Signals;
  /** Listens on a free port; answers the address, without a slash at the end. */
  listen(): Promise<string>;
  /** A browser without cookies; `from` is its address. */
  browser(from?: string): Browser;
  close(): Promise<void>;
};

/** The whole product behind HTTP, without the worker; events are dispatched. Not listening: `app.inject` reaches it. */
export async function testServer(
  database: TestDatabase,
  overrides: Partial<Services> = {},
): Promise<TestServer> {
  const services = testServices(database, overrides);
  const signals = listen(database.url);
  const stopping = new AbortController();
  const dispatching = runDispatcher(
    services.db,
    features.flatMap((feature) => feature.subscribers ?? []),
    stopping.signal,
  );
  const app = await buildServer({
    services,
    signals,
    features,
    identify: (request) => identify(services, request),
    trustProxy: true,
    metricsToken: undefined,
    webFolder: undefined,
  });
  await app.ready();
  return {
    app,
    services,
    signals,
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    browser: (from = '192.0.2.1') => browser(app, from),
    async close() {
      stopping.abort();
      await app.close();
      await dispatching;
      await signals.close();
    },
  };
}

export type Answer = {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
  body: any;
};

export type Browser = {
  cookies: Map<string, string>;
  /** Workspace named in every request. */
  workspace: string | undefined;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  signIn(email: string, password: string): Promise<Answer>;
};

/** Keeps cookies and sends what the web app sends: CSRF mark, origin, workspace. */
function browser(app: FastifyInstance, from: string): Browser {
  const self: Browser = {
    cookies: new Map(),
    workspace: undefined,
    async send(method, path, body, headers = {}) {
      const cookie = [...self.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        method: method as NonNullable<InjectOptions['method']>,
        url: path,
        headers: {
          'x-rondine-csrf': '1',
          'x-forwarded-for': from,
          ...(cookie ? { cookie } : {}),
          ...(self.workspace ? { 'x-workspace': self.workspace } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      for (const each of answer.cookies)
        if (each.value === '' || each.maxAge === 0) self.cookies.delete(each.name);
        else self.cookies.set(each.name, encodeURIComponent(each.value));
      const text = answer.body;
      return {
        status: answer.statusCode,
        headers: answer.headers as Record<string, unknown>,
        body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      };
    },
    signIn: (email, password) => self.send('POST', '/api/auth/sign-in/email', { email, password }),
  };
  return self;
}

export const OWNER = { email: 'owner@example.com', password: 'a long enough password' };

/** A new person with `role` in `workspaceId` (null: in none), signed in; their password is OWNER's. */
export async function addMember(
  server: TestServer,
  workspaceId: string | null,
  role: Role,
): Promise<Browser & { userId: string; email: string }> {
  const { services } = server;
  const email = `${role}-${newId()}@example.com`;
  const passwordHash = await hashPassword(services, OWNER.password);
  const person = { name: role, email, passwordHash, language: null };
  const userId = await insertPerson(services.db.kysely, person);
  if (workspaceId)
    await services.db.inWorkspace(workspaceId, (tx) =>
      insertMembership(tx, workspaceId, userId, role, now()),
    );
  const signedIn = server.browser();
  const answer = await signedIn.signIn(email, OWNER.password);
  if (answer.status !== 200) throw new Error(`sign-in failed: ${JSON.stringify(answer.body)}`);
  signedIn.workspace = workspaceId ?? undefined;
  return Object.assign(signedIn, { userId, email });
}
