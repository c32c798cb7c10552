// Asks the provider to lift a template's pause.
import { publish } from '#events/publish.ts';
import { providerFor } from '#features/numbers/numbers.ts';
import { askProvider } from '#features/templates/provider-refusal.ts';
import { showTemplate } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { changeTemplate, readTemplateRow } from '#features/templates/templates.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const unpauseTemplate: Handler<typeof templatesContract.unpause> = async (call, { id }) => {
  const row = await readTemplateRow(call, id, true);
  const remoteId = row.remote_id;
  if (row.status !== 'paused' || remoteId === null)
    throw conflict('template_not_paused', 'This template is not paused.');
  const provider = await providerFor(call, row.account_id);
  await askProvider(() => provider.unpauseTemplate(remoteId));
  const change = {
    status: 'approved',
    status_reason: null,
    status_detail: null,
    status_advice: null,
  } as const;
  const changed = await changeTemplate(call, id, change);
  await publish(call, 'template.status_changed', id, {
    name: row.name,
    language: row.language,
    status: 'approved',
    previous: 'paused',
    reason: null,
  });
  return showTemplate(call, changed);
};
