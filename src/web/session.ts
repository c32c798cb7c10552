// Who is signed in, in which workspaces, and what they may do there.
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Session } from '#features/people/session.contract.ts';
import type { Permission } from '#operations/permissions.ts';
import { client } from './api.ts';
import { ApiFailure } from './api-failure.ts';
import { chooseWorkspaceId, currentWorkspaceId } from './current-workspace.ts';

export type { Session };
export type SessionWorkspace = Session['workspaces'][number];

/** The session, or null when nobody is signed in; other failures are thrown. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await client.session.get();
      settleChoice(session);
      return session;
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 401) return null;
      throw error;
    }
  },
});

/** The session on pages behind sign-in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null)
    throw new ApiFailure({ code: 'unauthenticated', message: 'Sign in again.', status: 401 });
  return data;
}

/** The workspace of this tab among those of the session; the first one when the choice is no longer valid. */
export function workspaceOf(session: Session): SessionWorkspace | null {
  const chosen = currentWorkspaceId();
  return session.workspaces.find((workspace) => workspace.id === chosen) ?? session.workspaces[0] ?? null;
}

/** The workspace that the page is about, or null for a person who belongs to none. */
export function useWorkspace(): SessionWorkspace | null {
  return workspaceOf(useSession());
}

/** Requests name the workspace that the pages show: a choice that is missing or no longer valid becomes the first. */
function settleChoice(session: Session): void {
  const shown = workspaceOf(session)?.id ?? null;
  if (shown !== currentWorkspaceId()) chooseWorkspaceId(shown);
}

/** Whether `workspace` grants `permission` ("contacts:write"); asking for nothing is always granted. */
export function allows(workspace: SessionWorkspace | null, permission: Permission | undefined): boolean {
  return permission === undefined || (workspace?.permissions.includes(permission) ?? false);
}

/** Whether the person may do `permission` in the current workspace. The server checks again. */
export function usePermission(permission: Permission): boolean {
  return allows(useWorkspace(), permission);
}

/** Shows another workspace in this tab: nothing of the former one stays in memory. */
export function switchWorkspace(queryClient: QueryClient, id: string): void {
  chooseWorkspaceId(id);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}
