// Deletes a template: a draft for good, a submitted one at the provider too.
import { publish } from '#events/publish.ts';
import { providerFor } from '#features/numbers/numbers.ts';
import { askProvider } from '#features/templates/provider-refusal.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { changeTemplate, deleteTemplateRow, readTemplateRow } from '#features/templates/templates.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteTemplate: Handler<typeof templatesContract.delete> = async (call, { id }) => {
  const row = await readTemplateRow(call, id, true);
  if (row.status === 'deleted') return done;
  if (row.status === 'disabled')
    throw conflict('template_disabled', 'WhatsApp does not let a disabled template be deleted.');
  const waiting = await call.tx
    .selectFrom('campaigns')
    .select('name')
    .where('workspace_id', '=', call.workspaceId)
    .where('template_id', '=', id)
    .where('state', 'not in', ['completed', 'cancelled'])
    .executeTakeFirst();
  if (waiting)
    throw conflict(
      'template_in_use',
      `The campaign “${waiting.name}” uses this template: delete or finish it first.`,
    );
  const { remote_id } = row;
  if (remote_id === null && !(await isReferenced(call, id))) await deleteTemplateRow(call, id);
  else await changeTemplate(call, id, { status: 'deleted', deleted_at: call.now, pending_edit: null });
  await publish(call, 'template.changed', id, { name: row.name });
  // Last, so that a failure of ours leaves the provider's template alone.
  if (remote_id !== null) {
    const provider = await providerFor(call, row.account_id);
    await askProvider(() => provider.deleteTemplate(row.name, remote_id));
  }
  return done;
};

async function isReferenced(call: Parameters<typeof readTemplateRow>[0], id: string): Promise<boolean> {
  const row = await call.tx
    .selectFrom('campaigns')
    .select('id')
    .where('workspace_id', '=', call.workspaceId)
    .where('template_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
