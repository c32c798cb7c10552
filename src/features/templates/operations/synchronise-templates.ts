// Starts reading all templates from the provider, account by account.
import { connectedAccounts } from '#features/templates/accounts.ts';
import { synchroniseJob } from '#features/templates/jobs/synchronise-job.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { enqueue } from '#jobs/jobs.ts';
import type { Handler } from '#operations/handle.ts';

export const synchroniseTemplates: Handler<typeof templatesContract.synchronise> = async (call) => {
  const accounts = await connectedAccounts(call);
  for (const { id } of accounts)
    await enqueue(
      call.tx,
      synchroniseJob,
      { workspaceId: call.workspaceId, accountId: id },
      { key: `templates.synchronise:${id}` },
    );
  return { accounts: accounts.length };
};
