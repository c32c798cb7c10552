// Lists the audit log, newest first.
import type { auditContract } from '#features/people/audit.contract.ts';
import { listAudit as list } from '#features/people/people-audit.store.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { iso } from '#operations/operation.ts';
import { cursorId } from './cursor-id.ts';

export const listAudit: Handler<typeof auditContract.list> = async (
  { tx, workspaceId },
  { limit, cursor },
) => {
  const rows = await list(tx, workspaceId, cursorId(cursor), limit + 1);
  const items = rows.map(({ actor, at, ...row }) => ({
    ...row,
    at: iso(at),
    actor: { kind: actor.kind, id: 'id' in actor ? actor.id : null, name: actor.name },
  }));
  return toPage(items, limit, (entry) => [entry.id]);
};
