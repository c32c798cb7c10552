// Lets a person join a workspace: as who they are, or as a new person with name and password.
import { publish } from '#events/publish.ts';
import { hashPassword } from '#features/people/auth/auth.ts';
import { passwordFault } from '#features/people/auth/password-rule.ts';
import { invitationHash } from '#features/people/invitation-token.ts';
import type { invitationsContract } from '#features/people/invitations.contract.ts';
import { findPerson, findPersonByEmail, insertPerson } from '#features/people/people.store.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { spendInvitation } from '#features/people/people-invitations.store.ts';
import { joinWorkspace } from '#features/people/people-members.store.ts';
import { AppError, badInput, conflict, type FieldError, isUniqueViolation } from '#kit/errors.ts';
import type { OpenCall } from '#operations/call.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { invitationInvalid, validInvitation } from './look-up-invitation.ts';

type Joining = { id: string; name: string } | { name: string; passwordHash: string };

export const acceptInvitation: OpenHandler<typeof invitationsContract.accept> = async (call, input) => {
  const { db, services, now } = call;
  const { workspaceId, email, role } = await validInvitation(call, input.token);
  const joining = await whoJoins(call, email, input);
  await db.inWorkspace(workspaceId, async (tx) => {
    if (!(await spendInvitation(tx, workspaceId, invitationHash(services, input.token), now)))
      throw invitationInvalid();
    const id =
      'id' in joining
        ? joining.id
        : await insertPerson(tx, { ...joining, email, language: null }).catch(taken);
    await joinWorkspace(tx, workspaceId, id, role, now);
    const doing = { tx, workspaceId, now, actor: { kind: 'person' as const, id, name: joining.name } };
    await recordAudit(doing, {
      action: 'member.joined',
      subjectType: 'member',
      subjectId: id,
      details: { role },
    });
    await publish(doing, 'workspace.changed', workspaceId, {});
  });
  return { workspaceId, email };
};

/** Who accepts; throws when it is not the person invited, or what a new person needs is missing. */
async function whoJoins(
  { caller, db, services }: OpenCall,
  email: string,
  input: { name?: string | undefined; password?: string | undefined },
): Promise<Joining> {
  if (caller?.userId) {
    const person = await findPerson(db.kysely, caller.userId);
    if (person?.email === email) return { id: person.id, name: person.name };
    throw conflict(
      'invitation_of_another',
      `This invitation is for ${email}. Sign out, then open the link again.`,
    );
  }
  if (await findPersonByEmail(db.kysely, email))
    throw new AppError('sign_in_to_accept', 'You have an account: sign in to accept.', { status: 401 });
  const { name, password } = input;
  const faults: FieldError[] = [];
  if (!name) faults.push({ path: 'name', message: 'Write your name.' });
  const fault = passwordFault(password ?? '', email, 'password');
  if (fault) faults.push(fault);
  if (!name || !password || fault) throw badInput(faults);
  return { name, passwordHash: await hashPassword(services, password) };
}

function taken(error: unknown): never {
  if (isUniqueViolation(error))
    throw conflict('sign_in_to_accept', 'You have an account: sign in to accept.');
  throw error;
}
