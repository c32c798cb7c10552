// Creates a tag.
import { publish } from '#events/publish.ts';
import type { tagsContract } from '#features/tags/tags.contract.ts';
import { insertTag } from '#features/tags/tags.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const createTag: Handler<typeof tagsContract.create> = async (call, { name }) => {
  const tag = await insertTag(call, name);
  if (!tag) throw conflict('tag_exists', `There is already a tag “${name}”.`);
  await publish(call, 'tag.changed', tag.id, {});
  return tag;
};
