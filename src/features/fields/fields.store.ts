// The SQL on custom fields.
import type { Selectable } from 'kysely';
import type { ContactFields } from '#db/tables.generated.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { Field, FieldType } from './fields.contract.ts';

type Row = Selectable<ContactFields>;

export async function listFields(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<Field[]> {
  const rows = await call.tx
    .selectFrom('contact_fields')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toField);
}

export async function findField(call: Call, id: string): Promise<Field | undefined> {
  const row = await call.tx
    .selectFrom('contact_fields')
    .selectAll()
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toField(row);
}

/** Undefined when the code is taken. */
export async function insertField(
  call: Call,
  field: Pick<Field, 'code' | 'label' | 'type' | 'example' | 'shown'>,
): Promise<Field | undefined> {
  const row = await call.tx
    .insertInto('contact_fields')
    .values({ workspace_id: call.workspaceId, id: newId(), ...field, created_at: call.now })
    .onConflict((c) => c.columns(['workspace_id', 'code']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toField(row);
}

export async function updateField(
  call: Call,
  id: string,
  change: Partial<Pick<Field, 'label' | 'example' | 'shown'>>,
): Promise<void> {
  await call.tx
    .updateTable('contact_fields')
    .set(change)
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function removeField(call: Call, id: string): Promise<void> {
  await call.tx
    .deleteFrom('contact_fields')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', id)
    .execute();
}

function toField(row: Row): Field {
  const { id, code, label, example, shown } = row;
  return { id, code, label, type: row.type as FieldType, example, shown, createdAt: iso(row.created_at) };
}
