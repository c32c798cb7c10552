// What a handler is given: who calls, in which workspace, inside which transaction.
import type { Database, Tx } from '#db/database.ts';
import { AppError } from '#kit/errors.ts';
import type { Permission, Role } from './permissions.ts';
import type { Services } from './services.ts';

/** Who did something, as stored beside events, messages and the audit log. */
export type Actor =
  | { kind: 'person'; id: string; name: string }
  | { kind: 'api_key'; id: string; name: string }
  | { kind: 'automation'; id: string; name: string }
  | { kind: 'system'; name: string };

/** A request's identity, found before its operation is known. */
export type Caller = {
  actor: Actor;
  /** Set for people, not for API keys. */
  userId: string | null;
  /** The workspace that the request names, when the caller belongs to it. */
  workspaceId: string | null;
  role: Role | null;
  permissions: ReadonlySet<Permission>;
};

/** A call within a workspace. Everything read and written through `tx` belongs to `workspaceId`. */
export type Call = {
  workspaceId: string;
  actor: Actor;
  userId: string | null;
  permissions: ReadonlySet<Permission>;
  tx: Tx;
  now: Date;
  services: Services;
  requestId: string;
  /** Runs after the transaction is committed, for what must not happen when it is not. */
  afterCommit(run: () => void | Promise<void>): void;
};

/** A call of a person, or of nobody, outside any workspace. */
export type OpenCall = {
  caller: Caller | null;
  db: Database;
  now: Date;
  services: Services;
  requestId: string;
  /** The request's headers, lower case: for session cookies. */
  headers: Record<string, string | string[] | undefined>;
};

/** The signed-in person's id, or a refusal. */
export function personOf(call: { userId: string | null }): string {
  if (call.userId === null)
    throw new AppError('forbidden', 'This is for people: sign in, an API key cannot do it.');
  return call.userId;
}
