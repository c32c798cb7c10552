// Pairs the operations on custom fields with their handlers.
import { pair } from '#operations/handle.ts';
import { fieldsContract } from './fields.contract.ts';
import { createField } from './operations/create-field.ts';
import { deleteField } from './operations/delete-field.ts';
import { fieldUsage } from './operations/field-usage.ts';
import { listFields } from './operations/list-fields.ts';
import { updateField } from './operations/update-field.ts';

export const fieldsOperations = pair(fieldsContract, {
  list: listFields,
  create: createField,
  update: updateField,
  delete: deleteField,
  usage: fieldUsage,
});
