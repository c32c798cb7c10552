// Finds the WhatsApp Business account that a template belongs to.
import { badInput, conflict } from '#kit/errors.ts';
import type { InWorkspace } from './templates.store.ts';

/** Connected accounts of the workspace, oldest first. */
export async function connectedAccounts(call: InWorkspace): Promise<{ id: string; name: string }[]> {
  return call.tx
    .selectFrom('whatsapp_accounts')
    .select(['id', 'name'])
    .where('workspace_id', '=', call.workspaceId)
    .where('state', '!=', 'disconnected')
    .orderBy('created_at')
    .execute();
}

/** The account asked for, or the only one. */
export async function accountFor(call: InWorkspace, accountId: string | undefined): Promise<string> {
  const accounts = await connectedAccounts(call);
  if (accounts.length === 0)
    throw conflict('number_missing', 'Connect a WhatsApp number first: templates belong to its account.');
  if (accountId === undefined) {
    if (accounts.length > 1)
      throw badInput([{ path: 'accountId', message: 'Choose the account: several are connected.' }]);
    return accounts[0]!.id;
  }
  if (!accounts.some((account) => account.id === accountId))
    throw badInput([{ path: 'accountId', message: 'There is no such connected account.' }]);
  return accountId;
}
