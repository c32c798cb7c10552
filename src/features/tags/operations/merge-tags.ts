// Merges a tag into another: its contacts get the other one, and it goes.
import { publish } from '#events/publish.ts';
import type { tagsContract } from '#features/tags/tags.contract.ts';
import { copyTagged, findTags, removeTag } from '#features/tags/tags.store.ts';
import { badInput, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const mergeTags: Handler<typeof tagsContract.merge> = async (call, { id, intoId }) => {
  if (id === intoId)
    throw badInput([{ path: 'intoId', message: 'A tag cannot be merged into itself: choose another' }]);
  const found = await findTags(call, [id, intoId]);
  if (found.length < 2) throw notFound('tag');
  await copyTagged(call, 'tag_id', id, intoId);
  await removeTag(call, id);
  await publish(call, 'tag.changed', intoId, {});
  const [tag] = await findTags(call, [intoId]);
  return tag!;
};
