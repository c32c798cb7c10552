// Changes a custom field's label, example or whether it is shown.
import { publish } from '#events/publish.ts';
import type { fieldsContract } from '#features/fields/fields.contract.ts';
import { findField, updateField as write } from '#features/fields/fields.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const updateField: Handler<typeof fieldsContract.update> = async (call, { id, ...change }) => {
  const field = await findField(call, id);
  if (!field) throw notFound('field');
  if (Object.values(change).some((value) => value !== undefined)) {
    await write(call, id, change);
    await publish(call, 'field.changed', id, {});
  }
  return (await findField(call, id))!;
};
