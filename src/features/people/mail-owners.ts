// Mails the owners of a workspace something that they should know at once, each in their language.
import type { Call } from '#operations/call.ts';
import type { Language } from './language.contract.ts';
import type { Letter } from './mails/letter.ts';
import { sendLetter } from './send-letter.ts';

/** Sent when the transaction commits. */
export async function mailOwners(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services'>,
  write: (language: Language) => Letter,
): Promise<void> {
  const owners = await call.tx
    .selectFrom('memberships as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['u.email', 'u.language'])
    .where('m.workspace_id', '=', call.workspaceId)
    .where('m.role', '=', 'owner')
    .execute();
  for (const owner of owners) await sendLetter(call, owner, write);
}
