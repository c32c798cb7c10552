// Deletes a custom field; whoever keeps values under its code hears of it and forgets them.
import { publish } from '#events/publish.ts';
import type { fieldsContract } from '#features/fields/fields.contract.ts';
import { findField, removeField } from '#features/fields/fields.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteField: Handler<typeof fieldsContract.delete> = async (call, { id }) => {
  const field = await findField(call, id);
  if (!field) throw notFound('field');
  await removeField(call, id);
  await publish(call, 'field.deleted', id, { code: field.code });
  return done;
};
