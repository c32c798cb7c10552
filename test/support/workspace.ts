// A workspace, its people and typed clients for them, for feature tests: real handlers, real database.

import { type LocalClient, localClient } from '#app/local-client.ts';
import { now } from '#kit/clock.ts';
import { diskFileStore } from '#kit/file-store.ts';
import { newId } from '#kit/ids.ts';
import { type Mail, mailer } from '#kit/mail.ts';
import { secretBox } from '#kit/secrets.ts';
import type { Call, Caller } from '#operations/call.ts';
import { ROLE_PERMISSIONS, type Role } from '#operations/permissions.ts';
import type { Services } from '#operations/services.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TestDatabase } from './test-database.ts';

export type Client = LocalClient;

/** Services for tests: a real database, files in a temporary folder, mails collected in `sent`. */
export function testServices(
  database: TestDatabase,
  overrides: Partial<Services> = {},
): Services & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    db: database.db,
    secrets: secretBox(Buffer.alloc(32, 7)),
    mail: {
      ...mailer({ smtpUrl: undefined, from: 'test@localhost' }),
      ready: true,
      send: async (mail) => void sent.push(mail),
    },
    files: diskFileStore(temporaryFolder()),
    publicUrl: 'http://127.0.0.1:4000',
    graph: { url: 'http://127.0.0.1:9', version: 'v26.0' },
    simulator: null,
    sent,
    ...overrides,
  };
}

export type TestWorkspace = {
  id: string;
  /** A client for a new person with this role; `headers` as the door would pass them. */
  client(role?: Role, headers?: Record<string, string>): Promise<Client>;
  caller(role?: Role): Promise<Caller>;
  /** A call as the system, for using a feature's front door directly. */
  run<T>(work: (call: Call) => Promise<T>): Promise<T>;
};

export async function createWorkspace(services: Services, name = 'Bottega Verde'): Promise<TestWorkspace> {
  const id = newId();
  await services.db.kysely
    .insertInto('workspaces')
    .values({ id, name, country: 'IT', time_zone: 'Europe/Rome', language: 'en' })
    .execute();
  const caller = (role: Role = 'owner') => addPerson(services, id, role);
  return {
    id,
    caller,
    client: async (role, headers = {}) => clientFor(services, await caller(role), headers),
    run: (work) =>
      services.db.inWorkspace(id, (tx) =>
        work({
          workspaceId: id,
          actor: { kind: 'system', name: 'test' },
          userId: null,
          permissions: new Set(ROLE_PERMISSIONS.owner),
          tx,
          now: now(),
          services,
          requestId: newId(),
          afterCommit: () => {},
        }),
      ),
  };
}

export async function addPerson(services: Services, workspaceId: string, role: Role): Promise<Caller> {
  const userId = newId();
  const name = `${role} ${userId.slice(-4)}`;
  const { db } = services;
  await db.kysely
    .insertInto('users')
    .values({ id: userId, name, email: `${userId}@example.com` })
    .execute();
  await db.inWorkspace(workspaceId, (tx) =>
    tx.insertInto('memberships').values({ workspace_id: workspaceId, user_id: userId, role }).execute(),
  );
  return {
    actor: { kind: 'person', id: userId, name },
    userId,
    workspaceId,
    role,
    permissions: new Set(ROLE_PERMISSIONS[role]),
  };
}

/** The typed client over every feature's operations, as `caller` (null: nobody). */
export const clientFor = localClient;
