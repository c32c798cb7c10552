// The SQL on API keys; a secret is kept as a digest only.
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';

function keys(tx: Tx, workspaceId: string) {
  return tx
    .selectFrom('api_keys as k')
    .leftJoin('users as u', 'u.id', 'k.created_by')
    .select([
      'k.id',
      'k.name',
      'k.prefix',
      'k.scopes',
      'u.name as createdBy',
      'k.created_at as createdAt',
      'k.last_used_at as lastUsedAt',
      'k.revoked_at as revokedAt',
    ])
    .where('k.workspace_id', '=', workspaceId);
}

/** Newest first, after the key `after`. */
export async function listApiKeys(tx: Tx, workspaceId: string, after: string | null, limit: number) {
  return keys(tx, workspaceId)
    .$if(after !== null, (q) => q.where('k.id', '<', after!))
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findApiKey(tx: Tx, workspaceId: string, id: string) {
  return keys(tx, workspaceId).where('k.id', '=', id).executeTakeFirst();
}

export async function insertApiKey(
  tx: Tx,
  workspaceId: string,
  key: { name: string; prefix: string; secretHash: string; scopes: string[]; createdBy: string; at: Date },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('api_keys')
    .values({
      workspace_id: workspaceId,
      id,
      name: key.name,
      prefix: key.prefix,
      secret_hash: key.secretHash,
      scopes: key.scopes,
      created_by: key.createdBy,
      created_at: key.at,
    })
    .execute();
  return id;
}

/** False when it was revoked before. */
export async function revokeKey(tx: Tx, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const revoked = await tx
    .updateTable('api_keys')
    .set({ revoked_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows) > 0;
}
