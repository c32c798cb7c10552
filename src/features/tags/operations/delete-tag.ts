// Deletes a tag; the contacts that carried it stay.
import { publish } from '#events/publish.ts';
import type { tagsContract } from '#features/tags/tags.contract.ts';
import { findTags, removeTag } from '#features/tags/tags.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteTag: Handler<typeof tagsContract.delete> = async (call, { id }) => {
  const [tag] = await findTags(call, [id]);
  if (!tag) throw notFound('tag');
  await removeTag(call, id);
  await publish(call, 'tag.changed', id, {});
  return done;
};
