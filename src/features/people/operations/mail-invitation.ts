// Sends an invitation's link to whom it is for.
import { languageOr } from '#features/people/language.contract.ts';
import { sendInvitation } from '#features/people/mails/send.ts';
import { findPersonByEmail } from '#features/people/people.store.ts';
import { findWorkspace } from '#features/people/people-workspaces.store.ts';
import type { Call } from '#operations/call.ts';

/**
 * Mails `link` to `email` when the call commits, in the language of the person, or else of the workspace. Without a
 * mail server the link is answered, so that it can be handed over by other means.
 */
export async function mailInvitation(call: Call, email: string, link: string): Promise<string | null> {
  const { tx, services, workspaceId } = call;
  if (!services.mail.ready) return link;
  const workspace = await findWorkspace(tx, workspaceId);
  const person = await findPersonByEmail(tx, email);
  await sendInvitation(tx, services, {
    to: email,
    language: languageOr(person?.language ?? workspace.language, 'en'),
    workspace: workspace.name,
    inviter: call.actor.name,
    link,
  });
  return null;
}
