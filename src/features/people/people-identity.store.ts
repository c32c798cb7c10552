// Finds the person behind a session, or the key behind a secret, with what each may do in one workspace.
import type { Database } from '#db/database.ts';
import { isId } from '#kit/ids.ts';
import type { Role } from '#operations/permissions.ts';

export type SessionRow = { userId: string; name: string; role: Role | null };

/** The person of a session that has not ended, and their role in `workspaceId` (null: none). */
export async function findSession(
  db: Database,
  token: string,
  workspaceId: string | null,
  at: Date,
): Promise<SessionRow | undefined> {
  return db.asSystem((tx) =>
    tx
      .selectFrom('sessions as s')
      .innerJoin('users as u', 'u.id', 's.user_id')
      .leftJoin('memberships as m', (join) =>
        join.onRef('m.user_id', '=', 'u.id').on('m.workspace_id', '=', workspaceId),
      )
      .select(['u.id as userId', 'u.name', 'm.role'])
      .where('s.token', '=', token)
      .where('s.expires_at', '>', at)
      .$narrowType<{ role: Role | null }>()
      .executeTakeFirst(),
  );
}

export type KeyRow = { id: string; workspaceId: string; name: string; scopes: string[] };

const USE_NOTED_EVERY_MS = 60_000;

/** The key with this hash that is not revoked; notes its use at most once a minute. */
export async function takeApiKey(db: Database, hash: string, at: Date): Promise<KeyRow | undefined> {
  return db.asSystem(async (tx) => {
    const key = await tx
      .selectFrom('api_keys')
      .select(['id', 'workspace_id as workspaceId', 'name', 'scopes', 'last_used_at as lastUsedAt'])
      .where('secret_hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!key) return undefined;
    const stale = new Date(at.getTime() - USE_NOTED_EVERY_MS);
    if (key.lastUsedAt === null || key.lastUsedAt < stale)
      await tx
        .updateTable('api_keys')
        .set({ last_used_at: at })
        .where('workspace_id', '=', key.workspaceId)
        .where('id', '=', key.id)
        .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', stale)]))
        .execute();
    return key;
  });
}

/** `text` when it can name a workspace. */
export function asId(text: unknown): string | null {
  return typeof text === 'string' && isId(text) ? text : null;
}

/** The e-mail address of the person of a session. */
export async function findEmailOfSession(db: Database, token: string): Promise<string | undefined> {
  const row = await db.kysely
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .select('u.email')
    .where('s.token', '=', token)
    .executeTakeFirst();
  return row?.email;
}
