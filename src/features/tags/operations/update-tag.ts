// Renames a tag.
import { publish } from '#events/publish.ts';
import type { tagsContract } from '#features/tags/tags.contract.ts';
import { findTags, renameTag } from '#features/tags/tags.store.ts';
import { conflict, isUniqueViolation, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const updateTag: Handler<typeof tagsContract.update> = async (call, { id, name }) => {
  const [tag] = await findTags(call, [id]);
  if (!tag) throw notFound('tag');
  await renameTag(call, id, name).catch((error) => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('tag_exists', `There is already a tag “${name}”. Merge the two instead.`);
  });
  await publish(call, 'tag.changed', id, {});
  return { ...tag, name };
};
