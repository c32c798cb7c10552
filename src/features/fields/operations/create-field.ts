// Defines a custom field, with a code made from the label when none is given.
import { publish } from '#events/publish.ts';
import { type fieldsContract, RESERVED_CODES } from '#features/fields/fields.contract.ts';
import { insertField, listFields } from '#features/fields/fields.store.ts';
import { badInput, conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { SENTENCE_CODE } from '#whatsapp/template-open.ts';

const MOST_FIELDS = 200;

export const createField: Handler<typeof fieldsContract.create> = async (call, input) => {
  const code = input.code ?? codeFrom(input.label);
  if (!code)
    throw badInput([{ path: 'code', message: 'Give a code: the label has no letters to make one from' }]);
  if ((RESERVED_CODES as readonly string[]).includes(code))
    throw badInput([
      { path: 'code', message: `${code} is something every contact has: choose another code` },
    ]);
  if (code === SENTENCE_CODE)
    throw badInput([
      { path: 'code', message: `${code} is what one writes into an open template: choose another code` },
    ]);
  if ((await listFields(call)).length >= MOST_FIELDS)
    throw conflict(
      'too_many_fields',
      `A workspace has at most ${MOST_FIELDS} custom fields. Delete one first.`,
    );
  const { label, type, example, shown } = input;
  const field = await insertField(call, { code, label, type, example, shown });
  if (!field) throw conflict('field_code_taken', `There is already a field with the code ${code}.`);
  await publish(call, 'field.changed', field.id, {});
  return field;
};

/** `Città di nascita` → `CITTA_DI_NASCITA`. */
function codeFrom(label: string): string | undefined {
  const code = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 40);
  return code || undefined;
}
