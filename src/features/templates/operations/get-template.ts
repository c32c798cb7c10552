// Reads one template.
import { showTemplate } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { readTemplateRow } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';

export const getTemplate: Handler<typeof templatesContract.get> = async (call, { id }) =>
  showTemplate(call, await readTemplateRow(call, id));
