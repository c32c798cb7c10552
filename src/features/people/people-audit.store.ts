// The SQL on the audit log: written by everybody, changed by nobody.
import type { Tx } from '#db/database.ts';
import { newId } from '#kit/ids.ts';
import type { Actor, Call } from '#operations/call.ts';

export type AuditEntry = {
  /** `noun.verb_in_past`, e.g. `member.removed`. */
  action: string;
  /** What it was done to, e.g. `member`. */
  subjectType: string;
  subjectId: string | null;
  /** Facts a reader needs to understand it; no secrets. */
  details?: Record<string, unknown>;
};

/** Notes who did what, in the transaction that does it. */
export async function recordAudit(
  call: Pick<Call, 'tx' | 'workspaceId' | 'actor' | 'now'>,
  entry: AuditEntry,
): Promise<void> {
  await call.tx
    .insertInto('audit_log')
    .values({
      workspace_id: call.workspaceId,
      id: newId(),
      at: call.now,
      actor: JSON.stringify(call.actor),
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute();
}

/** Newest first, after the entry `after`. */
export async function listAudit(tx: Tx, workspaceId: string, after: string | null, limit: number) {
  const rows = await tx
    .selectFrom('audit_log')
    .select([
      'id',
      'at',
      'actor',
      'action',
      'subject_type as subjectType',
      'subject_id as subjectId',
      'details',
    ])
    .where('workspace_id', '=', workspaceId)
    .$if(after !== null, (q) => q.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    actor: row.actor as unknown as Actor,
    details: row.details as Record<string, unknown>,
  }));
}
