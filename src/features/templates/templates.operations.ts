// Pairs each promise about templates with its handler.
import { pair } from '#operations/handle.ts';
import { checkTemplate } from './operations/check-template.ts';
import { cloneTemplate } from './operations/clone-template.ts';
import { countTemplates } from './operations/count-templates.ts';
import { createTemplate } from './operations/create-template.ts';
import { deleteTemplate } from './operations/delete-template.ts';
import { discardEdit } from './operations/discard-edit.ts';
import { getTemplate } from './operations/get-template.ts';
import { listTemplates } from './operations/list-templates.ts';
import { previewTemplate } from './operations/preview-template.ts';
import { setFavourite } from './operations/set-favourite.ts';
import { submitTemplate } from './operations/submit-template.ts';
import { synchroniseTemplates } from './operations/synchronise-templates.ts';
import { unpauseTemplate } from './operations/unpause-template.ts';
import { updateTemplate } from './operations/update-template.ts';
import { templatesContract } from './templates.contract.ts';

export const templatesOperations = pair(templatesContract, {
  list: listTemplates,
  count: countTemplates,
  get: getTemplate,
  create: createTemplate,
  update: updateTemplate,
  discardEdit,
  clone: cloneTemplate,
  delete: deleteTemplate,
  submit: submitTemplate,
  unpause: unpauseTemplate,
  setFavourite,
  check: checkTemplate,
  preview: previewTemplate,
  synchronise: synchroniseTemplates,
});
