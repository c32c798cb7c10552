// Pairs the operations on tags with their handlers.
import { pair } from '#operations/handle.ts';
import { createTag } from './operations/create-tag.ts';
import { deleteTag } from './operations/delete-tag.ts';
import { listTags } from './operations/list-tags.ts';
import { mergeTags } from './operations/merge-tags.ts';
import { updateTag } from './operations/update-tag.ts';
import { tagsContract } from './tags.contract.ts';

export const tagsOperations = pair(tagsContract, {
  list: listTags,
  create: createTag,
  update: updateTag,
  delete: deleteTag,
  merge: mergeTags,
});
