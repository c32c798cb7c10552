// How many people each account wrote to first in the last 24 hours, beside its limit.
import { sql } from 'kysely';
import type { reportsContract } from '#features/reports/reports.contract.ts';
import { firstIdAt } from '#kit/ids.ts';
import type { Handler } from '#operations/handle.ts';

const DAY_MS = 86_400_000;

export const limits: Handler<typeof reportsContract.limits> = async (call) => {
  const from = new Date(call.now.getTime() - DAY_MS);
  // Ids begin with their time: the primary key finds the messages of a day without an index of its own.
  const { rows } = await sql<{ accountId: string; limit: number | null; used: number }>`
    select a.id as "accountId", a.messaging_limit as limit, count(distinct m.contact_id) as used
    from whatsapp_accounts a
      join numbers n on n.workspace_id = a.workspace_id and n.account_id = a.id
      left join messages m on m.workspace_id = n.workspace_id and m.number_id = n.id and m.id >= ${firstIdAt(from)}
        and m.at >= ${from} and m.direction = 'out' and m.kind = 'template'
        and m.state in ('accepted', 'sent', 'delivered', 'read')
    where a.workspace_id = ${call.workspaceId} and a.state <> 'disconnected'
    group by a.id, a.messaging_limit order by a.id`.execute(call.tx);
  return { accounts: rows };
};
