// Front door of custom fields: which there are, and whether values fit them.
import type { FieldError } from '#kit/errors.ts';
import { readFieldValue } from './field-values.ts';
import type { Field, FieldValue } from './fields.contract.ts';

export { readFieldValue } from './field-values.ts';
export { listFields as readFields } from './fields.store.ts';

/** Values by code; null means: remove it. */
export type FieldChanges = Record<string, FieldValue | null>;

/** Brings `values` into the form that is kept; unknown codes and values of the wrong type become problems. */
export function checkFieldValues(
  fields: readonly Field[],
  values: FieldChanges,
): { values: FieldChanges; problems: FieldError[] } {
  const kept: FieldChanges = {};
  const problems: FieldError[] = [];
  for (const [code, written] of Object.entries(values)) {
    const field = fields.find((each) => each.code === code);
    const path = `fields.${code}`;
    if (!field)
      problems.push({ path, message: `There is no custom field ${code}: define it in the settings first` });
    else if (written === null || written === '') kept[code] = null;
    else {
      const read = readFieldValue(field.type, written);
      if ('problem' in read) problems.push({ path, message: `${field.label}: ${read.problem}` });
      else kept[code] = read.value;
    }
  }
  return { values: kept, problems };
}
