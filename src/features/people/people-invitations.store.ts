// The SQL on invitations; a token is kept as a digest only.
import type { Database, Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import type { Role } from '#operations/permissions.ts';

function invitations(tx: Tx) {
  return tx
    .selectFrom('invitations as i')
    .leftJoin('users as u', 'u.id', 'i.invited_by')
    .select([
      'i.workspace_id as workspaceId',
      'i.id',
      'i.email',
      'i.role',
      'u.name as invitedBy',
      'i.created_at as createdAt',
      'i.expires_at as expiresAt',
    ])
    .where('i.accepted_at', 'is', null)
    .$narrowType<{ role: Role }>();
}

export type InvitationRow = Awaited<ReturnType<typeof findInvitation>> & {};

/** Those that wait, newest first, after the invitation `after`. */
export async function listInvitations(tx: Tx, workspaceId: string, after: string | null, limit: number) {
  return invitations(tx)
    .where('i.workspace_id', '=', workspaceId)
    .$if(after !== null, (q) => q.where('i.id', '<', after!))
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findInvitation(tx: Tx, workspaceId: string, id: string) {
  return invitations(tx).where('i.workspace_id', '=', workspaceId).where('i.id', '=', id).executeTakeFirst();
}

/** Found by its token, in whatever workspace. */
export async function findInvitationByToken(db: Database, tokenHash: string) {
  return db.asSystem((tx) => invitations(tx).where('i.token_hash', '=', tokenHash).executeTakeFirst());
}

export async function insertInvitation(
  tx: Tx,
  workspaceId: string,
  invitation: {
    email: string;
    role: Role;
    tokenHash: string;
    invitedBy: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('invitations')
    .values({
      workspace_id: workspaceId,
      id,
      email: invitation.email,
      role: invitation.role,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
  return id;
}

/** Gives an invitation that waits a new token and a new end. */
export async function renewInvitation(
  tx: Tx,
  workspaceId: string,
  id: string,
  renewed: { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ token_hash: renewed.tokenHash, expires_at: renewed.expiresAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .execute();
}

/** Removes those to `email` whose time is over, so that a new one can be sent. */
export async function forgetEndedInvitations(
  tx: Tx,
  workspaceId: string,
  email: string,
  at: Date,
): Promise<void> {
  await tx
    .deleteFrom('invitations')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('expires_at', '<=', at)
    .execute();
}

/** False when it does not wait any more. */
export async function deleteInvitation(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('invitations')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst();
  return Number(gone.numDeletedRows) > 0;
}

/** Spends the invitation: true for exactly one of several callers, and only while it is valid. */
export async function spendInvitation(
  tx: Tx,
  workspaceId: string,
  tokenHash: string,
  at: Date,
): Promise<boolean> {
  const spent = await tx
    .updateTable('invitations')
    .set({ accepted_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return Number(spent.numUpdatedRows) > 0;
}
