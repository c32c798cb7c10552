// Says which steps from an empty workspace to the first campaign are done.
import { sql } from 'kysely';
import type { FirstSteps, reportsContract } from '#features/reports/reports.contract.ts';
import type { Handler } from '#operations/handle.ts';

export const firstSteps: Handler<typeof reportsContract.firstSteps> = async (call) => {
  const { workspaceId } = call;
  const { rows } = await sql<FirstSteps>`
    select
      exists (select from numbers where workspace_id = ${workspaceId} and disconnected_at is null) as number,
      exists (select from contacts where workspace_id = ${workspaceId}) as contacts,
      exists (select from templates where workspace_id = ${workspaceId} and status <> 'deleted') as template,
      exists (select from campaigns where workspace_id = ${workspaceId} and started_at is not null) as campaign,
      (select count(*) > 1 from memberships where workspace_id = ${workspaceId})
        or exists (select from invitations where workspace_id = ${workspaceId}) as team`.execute(call.tx);
  return rows[0]!;
};
